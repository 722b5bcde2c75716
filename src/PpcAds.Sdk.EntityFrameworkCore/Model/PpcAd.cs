namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>A row of <c>ppc_ads</c>.</summary>
public class PpcAd : PpcEntity
{
    /// <summary>The id.</summary>
    public long AdId { get; set; }

    /// <summary>The ad product.</summary>
    public string AdProduct { get; set; } = "";

    /// <summary>The campaign it is in.</summary>
    public long? CampaignId { get; set; }

    /// <summary>The ad group it is in.</summary>
    public long? AdGroupId { get; set; }

    /// <summary>The name; product ads have none.</summary>
    public string? Name { get; set; }

    /// <summary>The state.</summary>
    public string? State { get; set; }

    /// <summary>What is shown, such as <c>PRODUCT_AD</c> or <c>VIDEO</c>.</summary>
    public string? AdType { get; set; }

    /// <summary>The product, if the ad is for one.</summary>
    public string? Asin { get; set; }

    /// <summary>The seller's own number of it.</summary>
    public string? Sku { get; set; }

    /// <summary>Where a click leads, if Amazon says so.</summary>
    public string? LandingPageUrl { get; set; }
}
