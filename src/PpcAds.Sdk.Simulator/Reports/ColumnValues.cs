using System.Globalization;
using PpcAds.Sdk.Simulator.Figures;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Reports;

/// <summary>The value of each column of the Sponsored Products reports: long, decimal, string or null.</summary>
internal sealed class ColumnValues(SimulatedReport report)
{
    private readonly Marketplace _marketplace = report.Profile.Marketplace;
    private readonly DateOnly _today = report.Profile.Marketplace.DateAt(report.FinishedAt);

    public object? Of(string column, FigureRow row) =>
        Dimension(column, row, out object? value) ? value : Figure(column, row.Metrics, report.Type, _marketplace);

    private bool Dimension(string column, FigureRow row, out object? value)
    {
        SimulatedCampaign campaign = row.Campaign;
        SimulatedTarget? target = row.Target;
        (bool known, value) = column switch
        {
            "date" => (true, Day(row.Date ?? report.Ask.Start)),
            "startDate" => (true, Day(report.Ask.Start)),
            "endDate" => (true, Day(report.Ask.End)),
            "campaignId" => (true, campaign.CampaignId),
            "campaignName" => (true, campaign.Name),
            "campaignStatus" => (true, campaign.Lifetime.StateOn(_today)),
            "campaignBudgetAmount" => (true, campaign.Budget),
            "campaignBudgetType" => (true, "DAILY_BUDGET"),
            "campaignBudgetCurrencyCode" => (true, _marketplace.CurrencyCode),
            "campaignBiddingStrategy" => (true, campaign.BiddingStrategy),
            "portfolioId" => (true, campaign.PortfolioId),
            "adGroupId" => (true, row.AdGroup?.AdGroupId),
            "adGroupName" => (true, row.AdGroup?.Name),
            "adStatus" => (true, row.AdGroup?.Lifetime.StateOn(_today)),
            "keywordId" => (true, target?.TargetId),
            "keyword" or "targeting" => (true, target?.Text),
            "keywordType" or "matchType" => (true, target?.MatchType),
            "keywordBid" => (true, target?.Bid),
            "adKeywordStatus" => (true, target?.Lifetime.StateOn(_today)),
            "adId" => (true, row.Ad?.AdId),
            "advertisedAsin" => (true, row.Ad?.Asin),
            "advertisedSku" => (true, row.Ad?.Sku),
            "purchasedAsin" => (true, row.Ad is null ? null : "B0" + (row.Ad.AdId % 100_000_000)),
            "placementClassification" => (true, row.Placement),
            "searchTerm" => (true, row.SearchTerm),
            "topOfSearchImpressionShare" => (true, TopOfSearchShare.Of(row)),
            "campaignRuleBasedBudgetAmount" or "campaignApplicableBudgetRuleId" or "campaignApplicableBudgetRuleName" =>
                (true, (object?)null),
            _ => (false, (object?)null),
        };
        return known;
    }

    /// <summary>The value of a column that counts or sums; of any other column a constant.</summary>
    public static object Figure(string column, Metrics metrics, CatalogueType type, Marketplace marketplace) => column switch
    {
        "impressions" => metrics.Impressions,
        "clicks" => metrics.Clicks,
        "cost" or "spend" => marketplace.ToMajor(metrics.CostMinor),
        "costPerClick" => Ratio(marketplace.ToMajor(metrics.CostMinor), metrics.Clicks),
        "clickThroughRate" => Ratio(metrics.Clicks * 100m, metrics.Impressions),
        "acosClicks7d" => Ratio(metrics.CostMinor * 100m, metrics.SalesMinor[1]),
        "acosClicks14d" => Ratio(metrics.CostMinor * 100m, metrics.SalesMinor[2]),
        "roasClicks7d" => Ratio(metrics.SalesMinor[1], metrics.CostMinor),
        "kindleEditionNormalizedPagesRead14d" => metrics.Read.Pages,
        "kindleEditionNormalizedPagesRoyalties14d" => marketplace.ToMajor(metrics.Read.RoyaltiesMinor),
        "roasClicks14d" => Ratio(metrics.SalesMinor[2], metrics.CostMinor),
        _ => Windowed(column, metrics, type, marketplace),
    };

    private static object Windowed(string column, Metrics metrics, CatalogueType type, Marketplace marketplace)
    {
        int window = Array.FindIndex(Metrics.Windows, days => column.EndsWith($"{days}d", StringComparison.Ordinal));
        string name = window < 0 ? "" : column[..^$"{Metrics.Windows[window]}d".Length];
        return name switch
        {
            "purchases" => metrics.Purchases[window],
            "purchasesSameSku" => metrics.SameSkuPurchases[window],
            "purchasesOtherSku" => metrics.Purchases[window] - metrics.SameSkuPurchases[window],
            "unitsSoldClicks" => metrics.Units[window],
            "unitsSoldSameSku" => metrics.SameSkuUnits[window],
            "unitsSoldOtherSku" => metrics.Units[window] - metrics.SameSkuUnits[window],
            "sales" => marketplace.ToMajor(metrics.SalesMinor[window]),
            "attributedSalesSameSku" => marketplace.ToMajor(metrics.SameSkuSalesMinor[window]),
            "salesOtherSku" => marketplace.ToMajor(metrics.SalesMinor[window] - metrics.SameSkuSalesMinor[window]),
            _ => type.ColumnTypes.GetValueOrDefault(column) == "Decimal" ? 0m : (object)0L,
        };
    }

    private static decimal Ratio(decimal part, decimal whole) => whole == 0 ? 0 : Math.Round(part / whole, 4);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
