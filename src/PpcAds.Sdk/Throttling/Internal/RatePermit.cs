namespace PpcAds.Sdk.Throttling;

/// <summary>
/// A place among the account's calls in flight. What the rate counted stays counted: an abandoned call may have reached Amazon.
/// </summary>
internal sealed class RatePermit(AccountRateLimiter gate, RateBucket bucket, TimeSpan sentAt) : IRatePermit
{
    private int _completed;
    private int _released;

    public void Complete(AttemptResult result, TimeSpan? retryAfter = null)
    {
        if (Interlocked.Exchange(ref _completed, 1) == 0)
        {
            gate.Learn(bucket, sentAt, result, retryAfter);
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _released, 1) == 0)
        {
            gate.Release();
        }
    }
}
