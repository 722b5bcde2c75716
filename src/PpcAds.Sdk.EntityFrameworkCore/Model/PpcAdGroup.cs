namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>A row of <c>ppc_ad_groups</c>.</summary>
public class PpcAdGroup : PpcPerformanceEntity
{
    /// <summary>The id.</summary>
    public long AdGroupId { get; set; }

    /// <summary>The ad product.</summary>
    public string AdProduct { get; set; } = "";

    /// <summary>The campaign it is in; null when only a report named the ad group, without its campaign.</summary>
    public long? CampaignId { get; set; }

    /// <summary>The name; null when only a report named the ad group.</summary>
    public string? Name { get; set; }

    /// <summary>The state as Amazon writes it.</summary>
    public string? State { get; set; }

    /// <summary>The bid of keywords that have none, in the profile's currency.</summary>
    public decimal? DefaultBid { get; set; }
}
