namespace PpcAds.Sdk.Throttling;

/// <summary>
/// Decides when an attempt may be made. Every attempt, retries included, takes a permit and says how it ended, so that an
/// implementation can learn the rate that Amazon allows; Amazon Ads publishes none, and it changes with load.
/// </summary>
public interface IRateGovernor
{
    /// <summary>
    /// Whether a 429 makes this governor hold back what comes next, so that a throttled call need not wait by itself before it
    /// requests its next permit. Default: <see langword="false"/>; such calls back off on their own as well.
    /// </summary>
    bool PacesRetries => false;

    /// <summary>
    /// Gets how long Amazon's last <c>Retry-After</c>, or a pause of the governor's own, still keeps a class of operations quiet,
    /// so that a call that cannot wait for so long fails with <see cref="AmazonAdsThrottledException"/> immediately. Default:
    /// <see langword="null"/>, no pause is known.
    /// </summary>
    /// <param name="scope">What an attempt would count against.</param>
    TimeSpan? GetPause(RateScope scope) => null;

    /// <summary>Waits until an attempt may be made.</summary>
    /// <returns>The permit; it must be disposed after the attempt, completed or not.</returns>
    ValueTask<IRatePermit> AcquireAsync(RateScope scope, CancellationToken cancellationToken = default);
}
