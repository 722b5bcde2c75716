namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>A row of <c>ppc_profiles</c>.</summary>
public class PpcProfile : PpcEntity
{
    /// <summary>The region whose host knows it.</summary>
    public AmazonAdsRegion Region { get; set; }

    /// <summary>The marketplace's country.</summary>
    public string? CountryCode { get; set; }

    /// <summary>The currency of its amounts (ISO 4217).</summary>
    public string? Currency { get; set; }

    /// <summary>The IANA time zone of its days.</summary>
    public string? TimeZone { get; set; }

    /// <summary><c>seller</c>, <c>vendor</c> or <c>agency</c>.</summary>
    public string? Type { get; set; }

    /// <summary>A special kind of advertiser, such as <c>KDP_AUTHOR</c>.</summary>
    public string? SubType { get; set; }

    /// <summary>The advertiser's name.</summary>
    public string? Name { get; set; }

    /// <summary>The seller's or vendor's id.</summary>
    public string? AdvertiserId { get; set; }

    /// <summary>The marketplace id.</summary>
    public string? MarketplaceId { get; set; }

    /// <summary>Whether the grant may only look.</summary>
    public bool IsViewOnly { get; set; }
}
