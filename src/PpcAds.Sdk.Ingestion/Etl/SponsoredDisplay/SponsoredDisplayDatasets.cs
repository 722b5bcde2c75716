using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl.SponsoredDisplay;

/// <summary>
/// The datasets of Sponsored Display. Amazon Ads reporting v3: sales within 14 days; the plain columns count those after views,
/// too, the <c>Clicks</c> columns never do. Purchased products are reported for other products of the brand only.
/// </summary>
internal static class SponsoredDisplayDatasets
{
    private const int WindowDays = 14;

    private static readonly Dictionary<PerformanceMetric, Func<int, string>> Performance = new()
    {
        [PerformanceMetric.Impressions] = _ => "impressions",
        [PerformanceMetric.ViewableImpressions] = _ => "impressionsViews",
        [PerformanceMetric.Clicks] = _ => "clicks",
        [PerformanceMetric.Cost] = _ => "cost",
        [PerformanceMetric.Sales] = _ => "sales",
        [PerformanceMetric.Orders] = _ => "purchases",
        [PerformanceMetric.Units] = _ => "unitsSold",
        [PerformanceMetric.SalesClicks] = _ => "salesClicks",
        [PerformanceMetric.OrdersClicks] = _ => "purchasesClicks",
        [PerformanceMetric.UnitsClicks] = _ => "unitsSoldClicks",
        [PerformanceMetric.SalesPromoted] = _ => "salesPromotedClicks",
        [PerformanceMetric.NewToBrandSales] = _ => "newToBrandSales",
        [PerformanceMetric.NewToBrandOrders] = _ => "newToBrandPurchases",
        [PerformanceMetric.NewToBrandUnits] = _ => "newToBrandUnitsSold",
        [PerformanceMetric.KindlePagesRead] = _ => "kindleEditionNormalizedPagesRead",
        [PerformanceMetric.KindleRoyalties] = _ => "kindleEditionNormalizedPagesRoyalties",
    };

    private static readonly Dictionary<PerformanceMetric, Func<int, string>> Purchases = new()
    {
        [PerformanceMetric.Sales] = _ => "salesBrandHalo",
        [PerformanceMetric.Orders] = _ => "conversionsBrandHalo",
        [PerformanceMetric.Units] = _ => "unitsSoldBrandHalo",
        [PerformanceMetric.SalesClicks] = _ => "salesBrandHaloClicks",
        [PerformanceMetric.OrdersClicks] = _ => "conversionsBrandHaloClicks",
        [PerformanceMetric.UnitsClicks] = _ => "unitsSoldBrandHaloClicks",
        [PerformanceMetric.KindlePagesRead] = _ => "kindleEditionNormalizedPagesRead",
        [PerformanceMetric.KindleRoyalties] = _ => "kindleEditionNormalizedPagesRoyalties",
    };

    public static readonly DatasetDefinition Campaign = Define(
        "sd.campaign", ReportTypes.SdCampaigns.Id, DatasetGrain.Campaign, "campaign", new CampaignMapping(), Performance);

    public static readonly DatasetDefinition AdGroup = Define(
        "sd.ad_group", ReportTypes.SdAdGroup.Id, DatasetGrain.AdGroup, "adGroup", new AdGroupMapping(), Performance);

    public static readonly DatasetDefinition Target = Define(
        "sd.target",
        ReportTypes.SdTargeting.Id,
        DatasetGrain.Target,
        "targeting",
        new SponsoredDisplayTargetMapping(),
        Performance);

    public static readonly DatasetDefinition AdvertisedProduct = Define(
        "sd.advertised_product",
        ReportTypes.SdAdvertisedProduct.Id,
        DatasetGrain.AdvertisedProduct,
        "advertiser",
        new AdvertisedProductMapping("promotedAsin", "promotedSku"),
        Performance);

    public static readonly DatasetDefinition PurchasedProduct = Define(
        "sd.purchased_product",
        ReportTypes.SdPurchasedProduct.Id,
        DatasetGrain.PurchasedProduct,
        "asin",
        new SponsoredDisplayPurchasedProductMapping(),
        Purchases);

    private static DatasetDefinition Define(
        string id,
        string reportTypeId,
        DatasetGrain grain,
        string groupBy,
        IRowMapping mapping,
        Dictionary<PerformanceMetric, Func<int, string>> metrics) => new()
        {
            Id = id,
            ReportTypeId = reportTypeId,
            Grain = grain,
            GroupBy = [groupBy],
            Columns =
            [
                "date", "campaignBudgetCurrencyCode", .. mapping.Columns, .. metrics.Values.Select(column => column(WindowDays)),
            ],
            Metrics = metrics,
            AttributionDays = _ => WindowDays,
            Mapping = mapping,
        };
}
