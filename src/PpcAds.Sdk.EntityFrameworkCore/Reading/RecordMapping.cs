using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Reading;

/// <summary>Rows of <c>performance_records</c> as the reader gives them.</summary>
internal static class RecordMapping
{
    private static readonly (PerformanceMetric Metric, Func<PpcPerformanceRecord, decimal?> Value)[] Metrics =
    [
        (PerformanceMetric.Impressions, row => row.Impressions),
        (PerformanceMetric.ViewableImpressions, row => row.ViewableImpressions),
        (PerformanceMetric.Clicks, row => row.Clicks),
        (PerformanceMetric.Cost, row => row.Cost),
        (PerformanceMetric.Sales, row => row.Sales),
        (PerformanceMetric.Orders, row => row.Orders),
        (PerformanceMetric.Units, row => row.Units),
        (PerformanceMetric.SalesClicks, row => row.SalesClicks),
        (PerformanceMetric.OrdersClicks, row => row.OrdersClicks),
        (PerformanceMetric.UnitsClicks, row => row.UnitsClicks),
        (PerformanceMetric.Sales1d, row => row.Sales1d),
        (PerformanceMetric.Sales7d, row => row.Sales7d),
        (PerformanceMetric.Sales14d, row => row.Sales14d),
        (PerformanceMetric.Sales30d, row => row.Sales30d),
        (PerformanceMetric.Orders1d, row => row.Orders1d),
        (PerformanceMetric.Orders7d, row => row.Orders7d),
        (PerformanceMetric.Orders14d, row => row.Orders14d),
        (PerformanceMetric.Orders30d, row => row.Orders30d),
        (PerformanceMetric.Units1d, row => row.Units1d),
        (PerformanceMetric.Units7d, row => row.Units7d),
        (PerformanceMetric.Units14d, row => row.Units14d),
        (PerformanceMetric.Units30d, row => row.Units30d),
        (PerformanceMetric.SalesPromoted, row => row.SalesPromoted),
    ];

    private static readonly (PerformanceText Text, Func<PpcPerformanceRecord, string?> Value)[] Texts =
    [
        (PerformanceText.TargetKind, row => row.TargetKind),
        (PerformanceText.TargetText, row => row.TargetText),
        (PerformanceText.MatchType, row => row.MatchType),
        (PerformanceText.SearchTerm, row => row.SearchTerm),
        (PerformanceText.Placement, row => row.Placement),
        (PerformanceText.AdvertisedAsin, row => row.AdvertisedAsin),
        (PerformanceText.AdvertisedSku, row => row.AdvertisedSku),
        (PerformanceText.PurchasedAsin, row => row.PurchasedAsin),
    ];

    public static PerformanceRecord ToRecord(PpcPerformanceRecord row) => new()
    {
        AccountId = new AccountId(row.AccountId),
        ProfileId = new ProfileId(row.ProfileId),
        Dataset = row.Dataset,
        Date = row.Date,
        EntityKey = row.EntityKey,
        CampaignId = row.CampaignId is { } campaign ? new CampaignId(campaign) : null,
        AdGroupId = row.AdGroupId is { } adGroup ? new AdGroupId(adGroup) : null,
        AdId = row.AdId,
        TargetId = row.TargetId,
        CurrencyCode = row.Currency,
        AttributionDays = row.AttributionDays,
        ChangedAt = row.ChangedAt,
        Texts = Texts.Select(pair => (pair.Text, Value: pair.Value(row))).Where(pair => pair.Value is not null)
            .ToDictionary(pair => pair.Text, pair => pair.Value!),
        Metrics = Metrics.Select(pair => (pair.Metric, Value: pair.Value(row))).Where(pair => pair.Value is not null)
            .ToDictionary(pair => pair.Metric, pair => pair.Value!.Value),
    };
}
