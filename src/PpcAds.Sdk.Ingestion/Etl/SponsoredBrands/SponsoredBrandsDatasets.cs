using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl.SponsoredBrands;

/// <summary>
/// The datasets of Sponsored Brands. Amazon Ads reporting v3: sales within 14 days; the plain columns count those after views,
/// too, where views are paid for, the <c>Clicks</c> columns never do. Not every report type has every column.
/// </summary>
internal static class SponsoredBrandsDatasets
{
    private const int WindowDays = 14;

    private static readonly Dictionary<PerformanceMetric, Func<int, string>> Traffic = new()
    {
        [PerformanceMetric.Impressions] = _ => "impressions",
        [PerformanceMetric.Clicks] = _ => "clicks",
        [PerformanceMetric.Cost] = _ => "cost",
        [PerformanceMetric.Sales] = _ => "sales",
        [PerformanceMetric.Orders] = _ => "purchases",
        [PerformanceMetric.Units] = _ => "unitsSold",
        [PerformanceMetric.SalesClicks] = _ => "salesClicks",
        [PerformanceMetric.OrdersClicks] = _ => "purchasesClicks",
    };

    private static readonly KeyValuePair<PerformanceMetric, Func<int, string>> Viewable = new(
        PerformanceMetric.ViewableImpressions, _ => "viewableImpressions");

    private static readonly KeyValuePair<PerformanceMetric, Func<int, string>> UnitsAfterClicks = new(
        PerformanceMetric.UnitsClicks, _ => "unitsSoldClicks");

    private static readonly KeyValuePair<PerformanceMetric, Func<int, string>> Promoted = new(
        PerformanceMetric.SalesPromoted, _ => "salesPromoted");

    /// <summary>
    /// On the pages of all types but search terms. New-to-brand columns without a suffix count as the headline does.
    /// </summary>
    private static readonly Dictionary<PerformanceMetric, Func<int, string>> NewToBrand = new()
    {
        [PerformanceMetric.NewToBrandSales] = _ => "newToBrandSales",
        [PerformanceMetric.NewToBrandOrders] = _ => "newToBrandPurchases",
        [PerformanceMetric.NewToBrandUnits] = _ => "newToBrandUnitsSold",
    };

    /// <summary>After a click only. On the pages of all types but targeting, where a live account had them refused.</summary>
    private static readonly Dictionary<PerformanceMetric, Func<int, string>> Kindle = new()
    {
        [PerformanceMetric.KindlePagesRead] = _ => "kindleEditionNormalizedPagesRead14d",
        [PerformanceMetric.KindleRoyalties] = _ => "kindleEditionNormalizedPagesRoyalties14d",
    };

    private static readonly Dictionary<PerformanceMetric, Func<int, string>> Purchases = new()
    {
        [PerformanceMetric.Sales] = _ => "sales14d",
        [PerformanceMetric.Orders] = _ => "orders14d",
        [PerformanceMetric.Units] = _ => "unitsSold14d",
        [PerformanceMetric.SalesClicks] = _ => "salesClicks14d",
        [PerformanceMetric.OrdersClicks] = _ => "ordersClicks14d",
        [PerformanceMetric.UnitsClicks] = _ => "unitsSoldClicks14d",
        [PerformanceMetric.NewToBrandSales] = _ => "newToBrandSales14d",
        [PerformanceMetric.NewToBrandOrders] = _ => "newToBrandPurchases14d",
        [PerformanceMetric.NewToBrandUnits] = _ => "newToBrandUnitsSold14d",
    };

    public static readonly DatasetDefinition Campaign = Define(
        "sb.campaign",
        ReportTypes.SbCampaigns.Id,
        DatasetGrain.Campaign,
        "campaign",
        new CampaignMapping(),
        [.. Traffic, Viewable, UnitsAfterClicks, Promoted, .. NewToBrand, .. Kindle],
        Dataset.TopOfSearchImpressionShareColumn);

    public static readonly DatasetDefinition AdGroup = Define(
        "sb.ad_group",
        ReportTypes.SbAdGroup.Id,
        DatasetGrain.AdGroup,
        "adGroup",
        new AdGroupMapping(),
        [.. Traffic, UnitsAfterClicks, Promoted, .. NewToBrand, .. Kindle]);

    public static readonly DatasetDefinition Placement = Define(
        "sb.placement",
        ReportTypes.SbCampaignPlacement.Id,
        DatasetGrain.Placement,
        "campaignPlacement",
        new PlacementMapping(),
        [.. Traffic, Viewable, UnitsAfterClicks, Promoted, .. NewToBrand, .. Kindle]);

    public static readonly DatasetDefinition Target = Define(
        "sb.target",
        ReportTypes.SbTargeting.Id,
        DatasetGrain.Target,
        "targeting",
        new SponsoredBrandsTargetMapping(),
        [.. Traffic, Promoted, .. NewToBrand],
        Dataset.TopOfSearchImpressionShareColumn);

    public static readonly DatasetDefinition SearchTerm = Define(
        "sb.search_term",
        ReportTypes.SbSearchTerm.Id,
        DatasetGrain.SearchTerm,
        "searchTerm",
        new SponsoredBrandsSearchTermMapping(),
        [.. Traffic, Viewable, .. Kindle]);

    public static readonly DatasetDefinition Ad = Define(
        "sb.ad",
        ReportTypes.SbAds.Id,
        DatasetGrain.Ad,
        "ads",
        new AdMapping(),
        [.. Traffic, Viewable, UnitsAfterClicks, Promoted, .. NewToBrand, .. Kindle]);

    public static readonly DatasetDefinition PurchasedProduct = Define(
        "sb.purchased_product",
        ReportTypes.SbPurchasedProduct.Id,
        DatasetGrain.PurchasedProduct,
        "purchasedAsin",
        new SponsoredBrandsPurchasedProductMapping(),
        [.. Purchases, .. Kindle]);

    private static DatasetDefinition Define(
        string id,
        string reportTypeId,
        DatasetGrain grain,
        string groupBy,
        IRowMapping mapping,
        IEnumerable<KeyValuePair<PerformanceMetric, Func<int, string>>> metrics,
        params string[] furtherColumns)
    {
        var columns = metrics.ToDictionary();
        return new DatasetDefinition
        {
            Id = id,
            ReportTypeId = reportTypeId,
            Grain = grain,
            GroupBy = [groupBy],
            Columns =
            [
                "date", "campaignBudgetCurrencyCode", .. mapping.Columns, .. columns.Values.Select(column => column(WindowDays)),
                .. furtherColumns,
            ],
            Metrics = columns,
            AttributionDays = _ => WindowDays,
            Mapping = mapping,
        };
    }
}
