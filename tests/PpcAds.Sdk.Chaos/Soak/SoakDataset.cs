using System.Globalization;
using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.Chaos.Soak;

/// <summary>
/// A dataset as this check knows it: the report it is made of, and what its rows must hold. All typed here by hand, and retention taken
/// from the simulator, so that a mistake in the SDK's own catalogue is found out.
/// </summary>
/// <param name="Name">The name.</param>
/// <param name="ReportType">Amazon's report type.</param>
/// <param name="GroupBy">What its report is grouped by.</param>
/// <param name="Keys">The columns that tell its rows of one day apart.</param>
/// <param name="Values">The columns with its figures.</param>
internal sealed record SoakDataset(string Name, string ReportType, string[] GroupBy, string[] Keys, string[] Values)
{
    private static readonly string[] Traffic = ["impressions", "clicks", "cost"];

    private static readonly string[] Windows =
    [
        "sales_1d", "sales_7d", "sales_14d", "sales_30d", "orders_1d", "orders_7d", "orders_14d", "orders_30d", "units_1d", "units_7d", "units_14d", "units_30d",
    ];

    private static readonly string[] OfProducts = [.. Windows, "sales", "orders", "units"];
    private static readonly string[] OfViews = ["sales", "orders", "units", "sales_clicks", "orders_clicks"];
    private static readonly string[] OfDisplay = [.. Traffic, "viewable_impressions", .. OfViews, "units_clicks"];

    public static IReadOnlyList<SoakDataset> All { get; } =
    [
        new("sp.campaign", "spCampaigns", ["campaign"], ["campaign_id"], [.. Traffic, .. OfProducts]),
        new("sp.ad_group", "spCampaigns", ["campaign", "adGroup"], ["campaign_id", "ad_group_id"], [.. Traffic, .. OfProducts]),
        new("sp.target", "spTargeting", ["targeting"], ["campaign_id", "ad_group_id", "target_id"], [.. Traffic, .. OfProducts]),
        new("sp.placement", "spCampaigns", ["campaignPlacement"], ["campaign_id", "placement"], [.. Traffic, .. OfProducts]),
        new("sp.search_term", "spSearchTerm", ["searchTerm"], ["campaign_id", "ad_group_id", "target_id", "search_term"], [.. Traffic, .. OfProducts]),
        new("sp.advertised_product", "spAdvertisedProduct", ["advertiser"], ["campaign_id", "ad_group_id", "ad_id"], [.. Traffic, .. OfProducts]),
        new("sp.purchased_product", "spPurchasedProduct", ["asin"], ["campaign_id", "ad_group_id", "target_id"], OfProducts),

        new("sb.campaign", "sbCampaigns", ["campaign"], ["campaign_id"], [.. Traffic, "viewable_impressions", .. OfViews]),
        new("sb.ad_group", "sbAdGroup", ["adGroup"], ["campaign_id", "ad_group_id"], [.. Traffic, .. OfViews]),
        new("sb.placement", "sbCampaignPlacement", ["campaignPlacement"], ["campaign_id", "placement"], [.. Traffic, "viewable_impressions", .. OfViews]),
        new("sb.target", "sbTargeting", ["targeting"], ["campaign_id", "ad_group_id", "target_id"], [.. Traffic, .. OfViews]),
        new("sb.search_term", "sbSearchTerm", ["searchTerm"], ["campaign_id", "ad_group_id", "search_term"], [.. Traffic, "viewable_impressions", .. OfViews]),
        new("sb.ad", "sbAds", ["ads"], ["campaign_id", "ad_group_id", "ad_id"], [.. Traffic, "viewable_impressions", .. OfViews]),
        new("sb.purchased_product", "sbPurchasedProduct", ["purchasedAsin"], ["campaign_id", "ad_group_id", "purchased_asin"], [.. OfViews, "units_clicks"]),

        new("sd.campaign", "sdCampaigns", ["campaign"], ["campaign_id"], OfDisplay),
        new("sd.ad_group", "sdAdGroup", ["adGroup"], ["campaign_id", "ad_group_id"], OfDisplay),
        new("sd.target", "sdTargeting", ["targeting"], ["campaign_id", "ad_group_id", "target_id"], OfDisplay),
        new("sd.advertised_product", "sdAdvertisedProduct", ["advertiser"], ["campaign_id", "ad_group_id", "ad_id"], OfDisplay),
        new("sd.purchased_product", "sdPurchasedProduct", ["asin"], ["campaign_id", "ad_group_id", "purchased_asin"], [.. OfViews, "units_clicks"]),
    ];

    public bool IsOfProducts => Name.StartsWith("sp.", StringComparison.Ordinal);

    /// <summary>Whether a profile has it: one without a brand has Sponsored Products only.</summary>
    public bool IsOf(SimulatorProfileInfo profile) => IsOfProducts || profile.Brands.Campaigns + profile.Display.Campaigns > 0;

    /// <summary>How many days may pass until figures are taken again, by the age of their day: docs/decisions/0015.</summary>
    public int? MostDaysAgo(int age) => age switch
    {
        <= 5 => 1,
        <= 31 => 7,
        <= 60 when Name.StartsWith("sb.", StringComparison.Ordinal) => 14,
        <= 65 when Name.StartsWith("sd.", StringComparison.Ordinal) => 14,
        <= 90 when IsOfProducts => 30,
        _ => null,
    };

    /// <summary>What tells a row apart from the others of its day.</summary>
    public string KeyOf(SimulatorTruthRow row) => string.Join('|', Keys.Select(key => (object?)(key switch
    {
        "campaign_id" => row.CampaignId,
        "ad_group_id" => row.AdGroupId,
        "target_id" => row.TargetId,
        "ad_id" => row.AdId,
        "placement" => row.Placement,
        "search_term" => row.SearchTerm,
        "purchased_asin" => row.PurchasedAsin,
        _ => throw new InvalidOperationException($"There is no key {key}."),
    })).Select(part => Convert.ToString(part, CultureInfo.InvariantCulture)));

    /// <summary>The figures of a row, amounts in millionths.</summary>
    public long[] ValuesOf(SimulatorTotals totals, bool isVendor) => [.. Values.Select(column => ValueOf(column, totals, isVendor))];

    /// <summary>Amounts are in braces: see <see cref="Databases.ChaosDatabase.QueryAsync"/>.</summary>
    public IEnumerable<string> Columns => [.. Keys, .. Values.Select(column => IsMoney(column) ? $"{{{column}}}" : column)];

    private static bool IsMoney(string column) => column == "cost" || column.StartsWith("sales", StringComparison.Ordinal);

    private long ValueOf(string column, SimulatorTotals totals, bool isVendor) => column switch
    {
        "impressions" => totals.Impressions,
        "viewable_impressions" => totals.ViewableImpressions,
        "clicks" => totals.Clicks,
        "cost" => Micros(totals.Cost),
        "sales" => Micros(!IsOfProducts ? totals.Sales : isVendor ? totals.Sales14d : totals.Sales7d),
        "orders" => !IsOfProducts ? totals.Purchases : isVendor ? totals.Purchases14d : totals.Purchases7d,
        "units" => !IsOfProducts ? totals.UnitsSold : isVendor ? totals.UnitsSold14d : totals.UnitsSold7d,
        "sales_clicks" => Micros(totals.Sales14d),
        "orders_clicks" => totals.Purchases14d,
        "units_clicks" => totals.UnitsSold14d,
        "sales_1d" => Micros(totals.Sales1d),
        "sales_7d" => Micros(totals.Sales7d),
        "sales_14d" => Micros(totals.Sales14d),
        "sales_30d" => Micros(totals.Sales30d),
        "orders_1d" => totals.Purchases1d,
        "orders_7d" => totals.Purchases7d,
        "orders_14d" => totals.Purchases14d,
        "orders_30d" => totals.Purchases30d,
        "units_1d" => totals.UnitsSold1d,
        "units_7d" => totals.UnitsSold7d,
        "units_14d" => totals.UnitsSold14d,
        "units_30d" => totals.UnitsSold30d,
        _ => throw new InvalidOperationException($"There is no figure {column}."),
    };

    private static long Micros(decimal amount) => (long)(amount * 1_000_000m);
}
