namespace PpcAds.Sdk.Http;

/// <summary>The outcome of one attempt: a result, or the failure that it would be if it were the last.</summary>
internal readonly record struct Attempt<T>(T? Result, AmazonAdsException? Failure, TimeSpan? RetryAfter = null);
