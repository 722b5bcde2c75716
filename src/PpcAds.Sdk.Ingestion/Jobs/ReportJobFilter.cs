namespace PpcAds.Sdk.Ingestion;

/// <summary>Which jobs.</summary>
public sealed record ReportJobFilter
{
    /// <summary>Only those of this account.</summary>
    public AccountId? AccountId { get; init; }

    /// <summary>Only those of this profile.</summary>
    public ProfileId? ProfileId { get; init; }

    /// <summary>Only those of this dataset, by name.</summary>
    public string? Dataset { get; init; }

    /// <summary>Only those that were planned then or later.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Only those that were planned then or before.</summary>
    public DateTimeOffset? CreatedUntil { get; init; }
}
