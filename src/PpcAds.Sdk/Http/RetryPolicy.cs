namespace PpcAds.Sdk.Http;

/// <summary>
/// What is retried, and after how long. Amazon Ads, rate limiting: 429 and 5xx, 2 s doubling, with jitter and caps; HTTP lets a
/// client repeat a 408 too (RFC 9110, 15.5.9).
/// </summary>
internal sealed class RetryPolicy(AmazonAdsClientOptions options, Random random)
{
    public int MaxAttempts => options.MaxAttempts;

    public static bool IsTransient(int status) => status is 408 or 429 or >= 500;

    /// <summary>
    /// The wait after a failed attempt: half of it fixed, half random, so that clients that failed together do not return
    /// together. <paramref name="retryAfter"/> is a floor, never shortened by the cap.
    /// </summary>
    /// <param name="attempt">The number of the attempt that failed, from 1.</param>
    /// <param name="retryAfter">What Amazon requested.</param>
    public TimeSpan DelayAfter(int attempt, TimeSpan? retryAfter)
    {
        double exponential = options.RetryBaseDelay.Ticks * Math.Pow(2, attempt - 1);
        double capped = Math.Min(exponential, options.RetryMaxDelay.Ticks);
        var delay = TimeSpan.FromTicks((long)(capped * (0.5 + (random.NextDouble() / 2))));
        return retryAfter > delay ? retryAfter.Value : delay;
    }
}
