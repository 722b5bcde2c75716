namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>An ad group of a Sponsored Brands campaign. It has no bid: each keyword and target has its own.</summary>
public sealed record SbAdGroup
{
    /// <summary>The id.</summary>
    public required AdGroupId AdGroupId { get; init; }

    /// <summary>The campaign it is in.</summary>
    public required CampaignId CampaignId { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Enabled, paused or archived.</summary>
    public required EntityState State { get; init; }

    /// <summary>Dates and serving status; only if the filter requested them.</summary>
    public SbExtendedData? ExtendedData { get; init; }
}
