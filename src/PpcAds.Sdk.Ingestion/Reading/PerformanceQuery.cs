namespace PpcAds.Sdk.Reading;

/// <summary>Which performance records.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Dataset">The dataset, by name: rows of several must never be summed.</param>
public sealed record PerformanceQuery(AccountId AccountId, string Dataset)
{
    /// <summary>Only those of this profile.</summary>
    public ProfileId? ProfileId { get; init; }

    /// <summary>Only those of this campaign.</summary>
    public CampaignId? CampaignId { get; init; }

    /// <summary>The first day, in the profile's time zone.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public DateOnly? EndDate { get; init; }
}
