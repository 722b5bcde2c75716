using LinqToDB;
using LinqToDB.Mapping;
using PpcAds.Sdk.Benchmarks.Databases;
using PpcAds.Sdk.Benchmarks.Input;

namespace PpcAds.Sdk.Benchmarks.Techniques.PostgreSql;

/// <summary>A row of the table as one would map it for linq2db.</summary>
[Table(WideTable.Name)]
internal sealed class Linq2DbRow
{
    [Column("account_id"), PrimaryKey(0)]
    public long AccountId { get; set; }

    [Column("profile_id"), PrimaryKey(1)]
    public long ProfileId { get; set; }

    [Column("dataset"), PrimaryKey(2), NotNull]
    public string Dataset { get; set; } = "";

    [Column("date", DataType = DataType.Date), PrimaryKey(3)]
    public DateOnly Date { get; set; }

    [Column("entity_key"), PrimaryKey(4), NotNull]
    public string EntityKey { get; set; } = "";

    [Column("campaign_id")]
    public long CampaignId { get; set; }

    [Column("ad_group_id")]
    public long AdGroupId { get; set; }

    [Column("target_id")]
    public long TargetId { get; set; }

    [Column("target_kind")]
    public string TargetKind { get; set; } = "";

    [Column("target_text")]
    public string TargetText { get; set; } = "";

    [Column("match_type")]
    public string MatchType { get; set; } = "";

    [Column("search_term")]
    public string? SearchTerm { get; set; }

    [Column("currency")]
    public string Currency { get; set; } = "";

    [Column("attribution_days")]
    public int AttributionDays { get; set; }

    [Column("impressions")]
    public long Impressions { get; set; }

    [Column("clicks")]
    public long Clicks { get; set; }

    [Column("cost")]
    public decimal Cost { get; set; }

    [Column("sales")]
    public decimal Sales { get; set; }

    [Column("orders")]
    public long Orders { get; set; }

    [Column("units")]
    public long Units { get; set; }

    [Column("sales_clicks")]
    public decimal SalesClicks { get; set; }

    [Column("orders_clicks")]
    public long OrdersClicks { get; set; }

    [Column("units_clicks")]
    public long UnitsClicks { get; set; }

    [Column("sales_1d")]
    public decimal Sales1d { get; set; }

    [Column("sales_7d")]
    public decimal Sales7d { get; set; }

    [Column("sales_14d")]
    public decimal Sales14d { get; set; }

    [Column("sales_30d")]
    public decimal Sales30d { get; set; }

    [Column("orders_1d")]
    public long Orders1d { get; set; }

    [Column("orders_7d")]
    public long Orders7d { get; set; }

    [Column("orders_14d")]
    public long Orders14d { get; set; }

    [Column("orders_30d")]
    public long Orders30d { get; set; }

    [Column("units_1d")]
    public long Units1d { get; set; }

    [Column("units_7d")]
    public long Units7d { get; set; }

    [Column("units_14d")]
    public long Units14d { get; set; }

    [Column("units_30d")]
    public long Units30d { get; set; }

    [Column("sales_promoted")]
    public decimal SalesPromoted { get; set; }

    [Column("changed_at", DataType = DataType.DateTimeOffset)]
    public DateTimeOffset ChangedAt { get; set; }

    public static Linq2DbRow From(ReportLine line, string dataset, long profileId) => new()
    {
        AccountId = InputFiles.AccountId,
        ProfileId = profileId,
        Dataset = dataset,
        Date = line.Date,
        EntityKey = line.GetEntityKey(),
        CampaignId = line.CampaignId,
        AdGroupId = line.AdGroupId,
        TargetId = line.KeywordId,
        TargetKind = line.GetKind(),
        TargetText = line.Targeting,
        MatchType = line.MatchType,
        SearchTerm = line.SearchTerm,
        Currency = line.CampaignBudgetCurrencyCode,
        AttributionDays = ReportSource.AttributionDays,
        Impressions = line.Impressions,
        Clicks = line.Clicks,
        Cost = line.Cost,
        Sales = line.Sales7d,
        Orders = line.Purchases7d,
        Units = line.UnitsSoldClicks7d,
        SalesClicks = line.Sales7d,
        OrdersClicks = line.Purchases7d,
        UnitsClicks = line.UnitsSoldClicks7d,
        Sales1d = line.Sales1d,
        Sales7d = line.Sales7d,
        Sales14d = line.Sales14d,
        Sales30d = line.Sales30d,
        Orders1d = line.Purchases1d,
        Orders7d = line.Purchases7d,
        Orders14d = line.Purchases14d,
        Orders30d = line.Purchases30d,
        Units1d = line.UnitsSoldClicks1d,
        Units7d = line.UnitsSoldClicks7d,
        Units14d = line.UnitsSoldClicks14d,
        Units30d = line.UnitsSoldClicks30d,
        SalesPromoted = line.AttributedSalesSameSku7d,
        ChangedAt = new DateTimeOffset(ReportSource.LastDay.AddDays(1), default, TimeSpan.Zero),
    };
}
