namespace PpcAds.Sdk.Http;

/// <summary>What a call is, for messages about it.</summary>
internal sealed record CallContext(string Operation, ProfileId? ProfileId, AmazonAdsRegion? Region, SecretRedactor Redactor)
{
    /// <summary>The account's name, for traces.</summary>
    public string? Account { get; init; }

    /// <summary>A failure of which no answer tells.</summary>
    public AmazonAdsException Broken(string reason, Exception innerException) =>
        new(
            $"{Operation}{(ProfileId is { } id ? $" for profile {id}" : "")}: {Redactor.Redact(reason)}",
            new AmazonAdsFailure { Operation = Operation, ProfileId = ProfileId, IsTransient = true },
            innerException);
}
