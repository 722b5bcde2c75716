namespace PpcAds.Sdk.Benchmarks.Input;

/// <summary>A row as one would write it for System.Text.Json.</summary>
internal sealed class ReportLine
{
    public DateOnly Date { get; set; }

    public long CampaignId { get; set; }

    public long AdGroupId { get; set; }

    public long KeywordId { get; set; }

    public string KeywordType { get; set; } = "";

    public string MatchType { get; set; } = "";

    public string Targeting { get; set; } = "";

    public string? SearchTerm { get; set; }

    public string CampaignBudgetCurrencyCode { get; set; } = "";

    public long Impressions { get; set; }

    public long Clicks { get; set; }

    public decimal Cost { get; set; }

    public long Purchases1d { get; set; }

    public long Purchases7d { get; set; }

    public long Purchases14d { get; set; }

    public long Purchases30d { get; set; }

    public decimal Sales1d { get; set; }

    public decimal Sales7d { get; set; }

    public decimal Sales14d { get; set; }

    public decimal Sales30d { get; set; }

    public long UnitsSoldClicks1d { get; set; }

    public long UnitsSoldClicks7d { get; set; }

    public long UnitsSoldClicks14d { get; set; }

    public long UnitsSoldClicks30d { get; set; }

    public decimal? TopOfSearchImpressionShare { get; set; }

    public decimal AttributedSalesSameSku7d { get; set; }

    public decimal AttributedSalesSameSku14d { get; set; }

    /// <summary>The key that the wide table has.</summary>
    public string GetEntityKey() => WideRow.KeyOf(
        WideRow.KeyOf(CampaignId, AdGroupId, KeywordType is "BROAD" or "PHRASE" or "EXACT", KeywordId), MatchType, SearchTerm);

    /// <summary>The kind that the table has.</summary>
    public string GetKind() => KeywordType switch
    {
        "BROAD" or "PHRASE" or "EXACT" => "keyword",
        "TARGETING_EXPRESSION_PREDEFINED" => "auto",
        _ => "product",
    };
}
