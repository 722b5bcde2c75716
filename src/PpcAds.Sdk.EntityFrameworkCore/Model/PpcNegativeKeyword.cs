namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>A row of <c>ppc_negative_keywords</c>: words that keep ads away.</summary>
public class PpcNegativeKeyword : PpcEntity
{
    /// <summary>The id.</summary>
    public long KeywordId { get; set; }

    /// <summary>The ad product.</summary>
    public string AdProduct { get; set; } = "";

    /// <summary>The campaign it is in.</summary>
    public long? CampaignId { get; set; }

    /// <summary>The ad group it is in; null for one of the whole campaign.</summary>
    public long? AdGroupId { get; set; }

    /// <summary>The words.</summary>
    public string? KeywordText { get; set; }

    /// <summary>The match type, such as <c>NEGATIVE_EXACT</c>.</summary>
    public string? MatchType { get; set; }

    /// <summary>The state.</summary>
    public string? State { get; set; }
}
