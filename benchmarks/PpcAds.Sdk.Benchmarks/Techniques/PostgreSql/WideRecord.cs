using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.Benchmarks.Databases;

namespace PpcAds.Sdk.Benchmarks.Techniques.PostgreSql;

/// <summary>A row of the wide table as one would map it for Entity Framework Core.</summary>
[Table(WideTable.Name)]
[PrimaryKey(nameof(AccountId), nameof(ProfileId), nameof(Dataset), nameof(Date), nameof(EntityKey))]
internal sealed class WideRecord
{
    [Column("account_id")]
    public long AccountId { get; set; }

    [Column("profile_id")]
    public long ProfileId { get; set; }

    [Column("dataset")]
    public string Dataset { get; set; } = "";

    [Column("date")]
    public DateOnly Date { get; set; }

    [Column("entity_key")]
    public string EntityKey { get; set; } = "";

    [Column("campaign_id")]
    public long? CampaignId { get; set; }

    [Column("ad_group_id")]
    public long? AdGroupId { get; set; }

    [Column("ad_id")]
    public long? AdId { get; set; }

    [Column("target_id")]
    public long? TargetId { get; set; }

    [Column("target_kind")]
    public string? TargetKind { get; set; }

    [Column("target_text")]
    public string? TargetText { get; set; }

    [Column("match_type")]
    public string? MatchType { get; set; }

    [Column("search_term")]
    public string? SearchTerm { get; set; }

    [Column("placement")]
    public string? Placement { get; set; }

    [Column("advertised_asin")]
    public string? AdvertisedAsin { get; set; }

    [Column("advertised_sku")]
    public string? AdvertisedSku { get; set; }

    [Column("purchased_asin")]
    public string? PurchasedAsin { get; set; }

    [Column("currency")]
    public string Currency { get; set; } = "";

    [Column("attribution_days")]
    public int AttributionDays { get; set; }

    [Column("impressions")]
    public long? Impressions { get; set; }

    [Column("viewable_impressions")]
    public long? ViewableImpressions { get; set; }

    [Column("clicks")]
    public long? Clicks { get; set; }

    [Column("cost")]
    public decimal? Cost { get; set; }

    [Column("sales")]
    public decimal? Sales { get; set; }

    [Column("orders")]
    public long? Orders { get; set; }

    [Column("units")]
    public long? Units { get; set; }

    [Column("sales_clicks")]
    public decimal? SalesClicks { get; set; }

    [Column("orders_clicks")]
    public long? OrdersClicks { get; set; }

    [Column("units_clicks")]
    public long? UnitsClicks { get; set; }

    [Column("sales_1d")]
    public decimal? Sales1d { get; set; }

    [Column("sales_7d")]
    public decimal? Sales7d { get; set; }

    [Column("sales_14d")]
    public decimal? Sales14d { get; set; }

    [Column("sales_30d")]
    public decimal? Sales30d { get; set; }

    [Column("orders_1d")]
    public long? Orders1d { get; set; }

    [Column("orders_7d")]
    public long? Orders7d { get; set; }

    [Column("orders_14d")]
    public long? Orders14d { get; set; }

    [Column("orders_30d")]
    public long? Orders30d { get; set; }

    [Column("units_1d")]
    public long? Units1d { get; set; }

    [Column("units_7d")]
    public long? Units7d { get; set; }

    [Column("units_14d")]
    public long? Units14d { get; set; }

    [Column("units_30d")]
    public long? Units30d { get; set; }

    [Column("sales_promoted")]
    public decimal? SalesPromoted { get; set; }

    [Column("extra", TypeName = "jsonb")]
    public string? Extra { get; set; }

    [Column("changed_at")]
    public DateTimeOffset ChangedAt { get; set; }

    [Column("row_hash")]
    public long? RowHash { get; set; }
}
