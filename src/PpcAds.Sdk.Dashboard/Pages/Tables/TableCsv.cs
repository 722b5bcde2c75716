using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Pages.Tables;

/// <summary>A table as a file: figures as they are seen, the currency in a column.</summary>
internal static class TableCsv
{
    public static IReadOnlyList<string> Headings { get; } =
    [
        "account_id", "profile_id", "profile", "country", "ad_product", "campaign_id", "campaign", "ad_group_id", "ad_group",
        "target_id", "target_kind", "target", "match_type", "ad_id", "sku", "name", "state", "budget", "bid", "currency", "from",
        "to", "days_loaded", "impressions", "clicks", "spend", "orders", "units", "sales", "ctr", "cpc", "cvr", "acos", "roas",
        "previous_spend", "previous_orders", "previous_sales",
    ];

    public static IEnumerable<object?> Values(PerformanceTableRow row, PerformanceTableQuery query)
    {
        PerformanceSelection selection = query.Selection;
        PerformanceSums sums = row.Sums;
        return
        [
            row.Id.AccountId, row.Id.ProfileId, row.ProfileName, row.CountryCode, row.Id.AdProduct, row.CampaignId,
            row.CampaignName, row.AdGroupId, row.AdGroupName, row.TargetId, row.TargetKind, row.TargetText, row.MatchType,
            row.AdId, row.AdvertisedSku, row.Name, row.State, row.Budget, row.Bid, selection.CurrencyCode, selection.Period.From,
            selection.Period.To, row.DaysLoaded, sums.Impressions, sums.Clicks, sums.Cost, sums.Orders, sums.Units, sums.Sales,
            Rate(sums.Ctr), Rate(sums.Cpc), Rate(sums.Cvr), Rate(sums.Acos), Rate(sums.Roas), row.Previous?.Cost,
            row.Previous?.Orders, row.Previous?.Sales,
        ];
    }

    private static decimal? Rate(decimal? rate) => rate is { } value ? Math.Round(value, 6) : null;
}
