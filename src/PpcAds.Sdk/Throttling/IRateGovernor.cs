namespace PpcAds.Sdk.Throttling;

/// <summary>
/// Decides when an attempt may be made. Every attempt, retries included, takes a permit and says how it ended, so that an
/// implementation can learn the rate that Amazon allows; Amazon Ads publishes none, and it changes with load.
/// </summary>
public interface IRateGovernor
{
    /// <summary>Waits until an attempt may be made.</summary>
    /// <returns>The permit; it must be disposed after the attempt, completed or not.</returns>
    ValueTask<IRatePermit> AcquireAsync(RateScope scope, CancellationToken cancellationToken = default);
}
