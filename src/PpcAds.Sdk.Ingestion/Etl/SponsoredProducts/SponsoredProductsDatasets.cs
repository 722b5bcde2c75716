using PpcAds.Sdk.Profiles;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl.SponsoredProducts;

/// <summary>
/// The datasets of Sponsored Products. Amazon Ads reporting v3: every metric here counts clicks only, in four windows; what was
/// read of Kindle books in one, 14 days. New-to-brand figures and shares of search by ad group are in no report of theirs.
/// </summary>
internal static class SponsoredProductsDatasets
{
    private static readonly string[] MetricColumns =
    [
        "impressions", "clicks", "cost",
        "purchases1d", "purchases7d", "purchases14d", "purchases30d",
        "sales1d", "sales7d", "sales14d", "sales30d",
        "unitsSoldClicks1d", "unitsSoldClicks7d", "unitsSoldClicks14d", "unitsSoldClicks30d",
        "attributedSalesSameSku7d", "attributedSalesSameSku14d",
        "kindleEditionNormalizedPagesRead14d", "kindleEditionNormalizedPagesRoyalties14d",
    ];

    private static readonly Dictionary<PerformanceMetric, Func<int, string>> Metrics = new()
    {
        [PerformanceMetric.Impressions] = _ => "impressions",
        [PerformanceMetric.Clicks] = _ => "clicks",
        [PerformanceMetric.Cost] = _ => "cost",
        [PerformanceMetric.Sales] = days => $"sales{days}d",
        [PerformanceMetric.Orders] = days => $"purchases{days}d",
        [PerformanceMetric.Units] = days => $"unitsSoldClicks{days}d",
        [PerformanceMetric.SalesClicks] = days => $"sales{days}d",
        [PerformanceMetric.OrdersClicks] = days => $"purchases{days}d",
        [PerformanceMetric.UnitsClicks] = days => $"unitsSoldClicks{days}d",
        [PerformanceMetric.Sales1d] = _ => "sales1d",
        [PerformanceMetric.Sales7d] = _ => "sales7d",
        [PerformanceMetric.Sales14d] = _ => "sales14d",
        [PerformanceMetric.Sales30d] = _ => "sales30d",
        [PerformanceMetric.Orders1d] = _ => "purchases1d",
        [PerformanceMetric.Orders7d] = _ => "purchases7d",
        [PerformanceMetric.Orders14d] = _ => "purchases14d",
        [PerformanceMetric.Orders30d] = _ => "purchases30d",
        [PerformanceMetric.Units1d] = _ => "unitsSoldClicks1d",
        [PerformanceMetric.Units7d] = _ => "unitsSoldClicks7d",
        [PerformanceMetric.Units14d] = _ => "unitsSoldClicks14d",
        [PerformanceMetric.Units30d] = _ => "unitsSoldClicks30d",
        [PerformanceMetric.SalesPromoted] = days => $"attributedSalesSameSku{days}d",

        // The one window that Amazon reports of them.
        [PerformanceMetric.KindlePagesRead] = _ => "kindleEditionNormalizedPagesRead14d",
        [PerformanceMetric.KindleRoyalties] = _ => "kindleEditionNormalizedPagesRoyalties14d",
    };

    public static readonly DatasetDefinition Campaign = new()
    {
        Id = "sp.campaign",
        ReportTypeId = ReportTypes.SpCampaigns.Id,
        Grain = DatasetGrain.Campaign,
        GroupBy = ["campaign"],
        Columns =
        [
            "date", "campaignId", "campaignBudgetCurrencyCode", .. MetricColumns, Dataset.TopOfSearchImpressionShareColumn,
        ],
        Metrics = Metrics,
        AttributionDays = AttributionDays,
        Mapping = new CampaignMapping(),
    };

    public static readonly DatasetDefinition AdGroup = new()
    {
        Id = "sp.ad_group",
        ReportTypeId = ReportTypes.SpCampaigns.Id,
        Grain = DatasetGrain.AdGroup,
        GroupBy = ["campaign", "adGroup"],
        Columns = ["date", "campaignId", "adGroupId", "campaignBudgetCurrencyCode", .. MetricColumns],
        Metrics = Metrics,
        AttributionDays = AttributionDays,
        Mapping = new AdGroupMapping(),
    };

    public static readonly DatasetDefinition Target = new()
    {
        Id = "sp.target",
        ReportTypeId = ReportTypes.SpTargeting.Id,
        Grain = DatasetGrain.Target,
        GroupBy = ["targeting"],
        Columns =
        [
            "date", "campaignId", "adGroupId", "keywordId", "keywordType", "matchType", "targeting", "campaignBudgetCurrencyCode",
            .. MetricColumns, Dataset.TopOfSearchImpressionShareColumn,
        ],
        Metrics = Metrics,
        AttributionDays = AttributionDays,
        Mapping = new SponsoredProductsTargetMapping(),
    };

    public static readonly DatasetDefinition Placement = new()
    {
        Id = "sp.placement",
        ReportTypeId = ReportTypes.SpCampaigns.Id,
        Grain = DatasetGrain.Placement,
        GroupBy = ["campaignPlacement"],
        Columns = ["date", "campaignId", "placementClassification", "campaignBudgetCurrencyCode", .. MetricColumns],
        Metrics = Metrics,
        AttributionDays = AttributionDays,
        Mapping = new PlacementMapping(),
    };

    public static readonly DatasetDefinition SearchTerm = new()
    {
        Id = "sp.search_term",
        ReportTypeId = ReportTypes.SpSearchTerm.Id,
        Grain = DatasetGrain.SearchTerm,
        GroupBy = ["searchTerm"],
        Columns =
        [
            "date", "campaignId", "adGroupId", "keywordId", "keywordType", "matchType", "targeting", "searchTerm",
            "campaignBudgetCurrencyCode",
            .. MetricColumns,
        ],
        Metrics = Metrics,
        AttributionDays = AttributionDays,
        Mapping = new SponsoredProductsSearchTermMapping(),
    };

    public static readonly DatasetDefinition AdvertisedProduct = new()
    {
        Id = "sp.advertised_product",
        ReportTypeId = ReportTypes.SpAdvertisedProduct.Id,
        Grain = DatasetGrain.AdvertisedProduct,
        GroupBy = ["advertiser"],
        Columns =
        [
            "date", "campaignId", "adGroupId", "adId", "advertisedAsin", "advertisedSku", "campaignBudgetCurrencyCode",
            .. MetricColumns,
        ],
        Metrics = Metrics,
        AttributionDays = AttributionDays,
        Mapping = new AdvertisedProductMapping(),
    };

    /// <summary>
    /// Sales only. Amazon Ads reporting v3: the report has a row for each product bought after another was advertised.
    /// </summary>
    public static readonly DatasetDefinition PurchasedProduct = new()
    {
        Id = "sp.purchased_product",
        ReportTypeId = ReportTypes.SpPurchasedProduct.Id,
        Grain = DatasetGrain.PurchasedProduct,
        GroupBy = ["asin"],
        Columns =
        [
            "date", "campaignId", "adGroupId", "keywordId", "keywordType", "matchType", "advertisedAsin", "advertisedSku",
            "purchasedAsin",
            "campaignBudgetCurrencyCode", .. MetricColumns.Where(IsOfPurchases),
        ],
        Metrics = Metrics.Where(metric => IsOfPurchases(metric.Value(7))).ToDictionary(),
        AttributionDays = AttributionDays,
        Mapping = new SponsoredProductsPurchasedProductMapping(),
    };

    private static bool IsOfPurchases(string column) => column is not ("impressions" or "clicks" or "cost")
        && !column.StartsWith("attributedSales", StringComparison.Ordinal);

    /// <summary>What Amazon's console shows: 7 days for sellers, 14 for vendors.</summary>
    private static int AttributionDays(ProfileType? profileType) => profileType == ProfileType.Vendor ? 14 : 7;
}
