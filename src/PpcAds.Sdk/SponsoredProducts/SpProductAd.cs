namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>A product that an ad group advertises.</summary>
public sealed record SpProductAd
{
    /// <summary>The id.</summary>
    public required AdId AdId { get; init; }

    /// <summary>The ad group it is in.</summary>
    public required AdGroupId AdGroupId { get; init; }

    /// <summary>The campaign it is in.</summary>
    public required CampaignId CampaignId { get; init; }

    /// <summary>Enabled, paused or archived.</summary>
    public required EntityState State { get; init; }

    /// <summary>The product, of vendors.</summary>
    public string? Asin { get; init; }

    /// <summary>The seller's own number of the product, of sellers.</summary>
    public string? Sku { get; init; }

    /// <summary>The text of an ad that has one.</summary>
    public string? CustomText { get; init; }

    /// <summary>Where the product comes from, when sold across borders.</summary>
    public GlobalStoreSetting? GlobalStoreSetting { get; init; }

    /// <summary>The id that ads of several countries have in common.</summary>
    public string? GlobalAdId { get; init; }

    /// <summary>Dates and serving status; only if the filter requested them.</summary>
    public SpExtendedData? ExtendedData { get; init; }
}
