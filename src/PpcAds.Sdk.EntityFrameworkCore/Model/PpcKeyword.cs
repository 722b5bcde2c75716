namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>A row of <c>ppc_keywords</c>.</summary>
public class PpcKeyword : PpcPerformanceEntity
{
    /// <summary>The id.</summary>
    public long KeywordId { get; set; }

    /// <summary>The ad product.</summary>
    public string AdProduct { get; set; } = "";

    /// <summary>The campaign it is in; null when only a report named the keyword, without its campaign.</summary>
    public long? CampaignId { get; set; }

    /// <summary>The ad group it is in; null when only a report named the keyword, without its ad group.</summary>
    public long? AdGroupId { get; set; }

    /// <summary>The words.</summary>
    public string? KeywordText { get; set; }

    /// <summary>The match type as Amazon writes it.</summary>
    public string? MatchType { get; set; }

    /// <summary>The state as Amazon writes it; null when only a report named the keyword.</summary>
    public string? State { get; set; }

    /// <summary>The bid in the profile's currency; null means the ad group's default bid.</summary>
    public decimal? Bid { get; set; }
}
