namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>
/// A row of the view <c>performance_records</c>: one day of one entity in one dataset. A metric that the dataset does not report
/// is null. Read only: loads go through the sink. Never sum over several datasets: the same cost stands in each.
/// </summary>
public class PpcPerformanceRecord
{
    /// <summary>The account.</summary>
    public long AccountId { get; set; }

    /// <summary>The profile.</summary>
    public long ProfileId { get; set; }

    /// <summary>The dataset, such as <c>sp.campaign</c>.</summary>
    public string Dataset { get; set; } = "";

    /// <summary>The day, in the profile's time zone.</summary>
    public DateOnly Date { get; set; }

    /// <summary>The key within dataset and day.</summary>
    public string EntityKey { get; set; } = "";

    /// <summary>The campaign.</summary>
    public long? CampaignId { get; set; }

    /// <summary>The ad group.</summary>
    public long? AdGroupId { get; set; }

    /// <summary>The ad.</summary>
    public long? AdId { get; set; }

    /// <summary>The keyword or other target.</summary>
    public long? TargetId { get; set; }

    /// <summary><c>keyword</c>, <c>product</c>, <c>auto</c>, <c>theme</c>, <c>audience</c> or <c>unallocated</c>.</summary>
    public string? TargetKind { get; set; }

    /// <summary>The keyword, or the targeting expression.</summary>
    public string? TargetText { get; set; }

    /// <summary>The match type as Amazon writes it.</summary>
    public string? MatchType { get; set; }

    /// <summary>What the shopper searched for.</summary>
    public string? SearchTerm { get; set; }

    /// <summary>Where the ad stood.</summary>
    public string? Placement { get; set; }

    /// <summary>The ASIN that was advertised.</summary>
    public string? AdvertisedAsin { get; set; }

    /// <summary>The seller's SKU of it.</summary>
    public string? AdvertisedSku { get; set; }

    /// <summary>The ASIN that was bought.</summary>
    public string? PurchasedAsin { get; set; }

    /// <summary>The currency of the amounts (ISO 4217).</summary>
    public string Currency { get; set; } = "";

    /// <summary>The window of <see cref="Sales"/>, <see cref="Orders"/> and <see cref="Units"/>, in days.</summary>
    public int AttributionDays { get; set; }

    /// <summary>How often ads were shown.</summary>
    public long? Impressions { get; set; }

    /// <summary>How often ads were in view.</summary>
    public long? ViewableImpressions { get; set; }

    /// <summary>Clicks.</summary>
    public long? Clicks { get; set; }

    /// <summary>Cost. In the currency of <see cref="Currency"/>.</summary>
    public decimal? Cost { get; set; }

    /// <summary>Sales within the attribution window. In the currency of <see cref="Currency"/>.</summary>
    public decimal? Sales { get; set; }

    /// <summary>Orders within the attribution window.</summary>
    public long? Orders { get; set; }

    /// <summary>Units within the attribution window.</summary>
    public long? Units { get; set; }

    /// <summary>Sales after a click only. In the currency of <see cref="Currency"/>.</summary>
    public decimal? SalesClicks { get; set; }

    /// <summary>Orders after a click only.</summary>
    public long? OrdersClicks { get; set; }

    /// <summary>Units after a click only.</summary>
    public long? UnitsClicks { get; set; }

    /// <summary>Sales within 1 day. In the currency of <see cref="Currency"/>.</summary>
    public decimal? Sales1d { get; set; }

    /// <summary>Sales within 7 days. In the currency of <see cref="Currency"/>.</summary>
    public decimal? Sales7d { get; set; }

    /// <summary>Sales within 14 days. In the currency of <see cref="Currency"/>.</summary>
    public decimal? Sales14d { get; set; }

    /// <summary>Sales within 30 days. In the currency of <see cref="Currency"/>.</summary>
    public decimal? Sales30d { get; set; }

    /// <summary>Orders within 1 day.</summary>
    public long? Orders1d { get; set; }

    /// <summary>Orders within 7 days.</summary>
    public long? Orders7d { get; set; }

    /// <summary>Orders within 14 days.</summary>
    public long? Orders14d { get; set; }

    /// <summary>Orders within 30 days.</summary>
    public long? Orders30d { get; set; }

    /// <summary>Units within 1 day.</summary>
    public long? Units1d { get; set; }

    /// <summary>Units within 7 days.</summary>
    public long? Units7d { get; set; }

    /// <summary>Units within 14 days.</summary>
    public long? Units14d { get; set; }

    /// <summary>Units within 30 days.</summary>
    public long? Units30d { get; set; }

    /// <summary>Sales of the advertised product itself. In the currency of <see cref="Currency"/>.</summary>
    public decimal? SalesPromoted { get; set; }

    /// <summary>
    /// Sales to shoppers who bought nothing of the brand in the year before. In the currency of <see cref="Currency"/>.
    /// </summary>
    public decimal? NewToBrandSales { get; set; }

    /// <summary>Orders of such shoppers.</summary>
    public long? NewToBrandOrders { get; set; }

    /// <summary>Units that such shoppers bought.</summary>
    public long? NewToBrandUnits { get; set; }

    /// <summary>Pages of Kindle books that were read within 14 days.</summary>
    public long? KindlePagesRead { get; set; }

    /// <summary>The estimated royalties of those pages. In the currency of <see cref="Currency"/>.</summary>
    public decimal? KindleRoyalties { get; set; }

    /// <summary>
    /// The share, a fraction, of the top-of-search impressions that the row was eligible for; null where Amazon reports none.
    /// Shares do not add up.
    /// </summary>
    public decimal? TopOfSearchImpressionShare { get; set; }

    /// <summary>The values of <c>IngestionOptions.ExtraColumns</c> as a JSON object by column name; null for none.</summary>
    public string? Extra { get; set; }

    /// <summary>When the row came, or last changed.</summary>
    public DateTimeOffset ChangedAt { get; set; }
}
