using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.Benchmarks.Calls;

/// <summary>Lets every attempt pass: a real one would make the calls wait.</summary>
internal sealed class UnlimitedGovernor : IRateGovernor
{
    private static readonly Permit Always = new();

    public ValueTask<IRatePermit> AcquireAsync(RateScope scope, CancellationToken cancellationToken = default) => new(Always);

    private sealed class Permit : IRatePermit
    {
        public void Complete(AttemptResult result, TimeSpan? retryAfter = null)
        {
        }

        public void Dispose()
        {
        }
    }
}
