namespace PpcAds.Sdk.Http;

/// <summary>What a call is, for messages about it.</summary>
internal sealed record CallContext(string Operation, ProfileId? ProfileId, AmazonAdsRegion? Region, SecretRedactor Redactor)
{
    /// <summary>The account's name, for traces.</summary>
    public string? Account { get; init; }

    /// <summary>
    /// How long the call may wait in all; <see langword="null"/> for <see cref="AmazonAdsClientOptions.TotalTimeout"/>.
    /// </summary>
    public TimeSpan? Patience { get; init; }

    /// <summary>How long the call may take in all.</summary>
    public TimeSpan LongestOf(AmazonAdsClientOptions options) =>
        Patience < options.TotalTimeout ? Patience.Value : options.TotalTimeout;

    /// <summary>
    /// Whether a response of this status throttles. Amazon S3, which stores the files, throttles with 503 Slow Down; the Ads API
    /// does not.
    /// </summary>
    public bool IsThrottledBy(int statusCode) =>
        statusCode == 429 || (statusCode == 503 && Operation is DownloadOperations.Reports or DownloadOperations.Exports);

    /// <summary>Creates the error for a failure without an answer.</summary>
    public AmazonAdsException Broken(string reason, Exception innerException) =>
        new(
            $"{Operation}{(ProfileId is { } id ? $" for profile {id}" : "")}: {Redactor.Redact(reason)}",
            new AmazonAdsFailure { Operation = Operation, ProfileId = ProfileId, IsTransient = true },
            innerException);

    /// <summary>A call that is not made, since Amazon asked to wait for longer than it may take.</summary>
    public AmazonAdsThrottledException Throttled(DateTimeOffset until, TimeSpan wait) =>
        new(
            $"{Operation}{(ProfileId is { } id ? $" for profile {id}" : "")} is throttled: Amazon asked to wait, and calls of "
            + $"this kind pause until {until:u}. Try again then.",
            new AmazonAdsFailure { Operation = Operation, ProfileId = ProfileId, IsTransient = true })
        {
            RetryAfter = wait,
        };
}
