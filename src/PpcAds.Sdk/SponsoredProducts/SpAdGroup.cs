namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>An ad group of a Sponsored Products campaign.</summary>
public sealed record SpAdGroup
{
    /// <summary>The id.</summary>
    public required AdGroupId AdGroupId { get; init; }

    /// <summary>The campaign it is in.</summary>
    public required CampaignId CampaignId { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Enabled, paused or archived.</summary>
    public required EntityState State { get; init; }

    /// <summary>The bid of keywords and targets that have none of their own, in the profile's currency.</summary>
    public required decimal? DefaultBid { get; init; }

    /// <summary>The id that ad groups of several countries have in common.</summary>
    public string? GlobalAdGroupId { get; init; }

    /// <summary>Dates and serving status; only if the filter requested them.</summary>
    public SpExtendedData? ExtendedData { get; init; }
}
