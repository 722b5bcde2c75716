namespace PpcAds.Sdk.Http;

/// <summary>The outcome of one attempt: a result, or the failure that it would be if it were the last.</summary>
/// <param name="Result">The result.</param>
/// <param name="Failure">The failure.</param>
/// <param name="RetryAfter">How long Amazon asked to wait.</param>
/// <param name="IsPaced">Whether the rate governor holds the next attempt back: waiting before it as well would be waiting twice.</param>
internal readonly record struct Attempt<T>(T? Result, AmazonAdsException? Failure, TimeSpan? RetryAfter = null, bool IsPaced = false);
