using System.Globalization;
using PpcAds.Sdk.Simulator.Figures;
using PpcAds.Sdk.Simulator.Model;
using PpcAds.Sdk.Simulator.SponsoredBrands;

namespace PpcAds.Sdk.Simulator.Reports;

/// <summary>The value of each column of the Sponsored Brands reports: long, decimal, string or null.</summary>
internal sealed class SponsoredBrandsColumnValues(SimulatedReport report)
{
    private const int Window = SponsoredBrandsFigures.Window;
    private readonly Marketplace _marketplace = report.Profile.Marketplace;
    private readonly DateOnly _today = report.Profile.Marketplace.DateAt(report.FinishedAt);

    public object? Of(string column, FigureRow row) =>
        Dimension(column, row, out object? value) || OfTarget(column, row.Target, out value)
            ? value
            : Figure(column, row.Metrics, report.Type, _marketplace);

    private bool Dimension(string column, FigureRow row, out object? value)
    {
        SimulatedCampaign campaign = row.Campaign;
        (bool known, value) = column switch
        {
            "date" => (true, Day(row.Date ?? report.Ask.Start)),
            "startDate" => (true, Day(report.Ask.Start)),
            "endDate" => (true, Day(report.Ask.End)),
            "campaignId" => (true, campaign.CampaignId),
            "campaignName" => (true, campaign.Name),
            "campaignStatus" => (true, campaign.Lifetime.StateOn(_today)),
            "campaignBudgetAmount" => (true, campaign.Budget),
            "campaignBudgetType" => (true, campaign.Brand!.BudgetType),
            "campaignBudgetCurrencyCode" or "budgetCurrency" => (true, _marketplace.CurrencyCode),
            "costType" or "campaignPriceTypeCode" => (true, campaign.Brand!.CostType),
            "campaignRuleBasedBudgetAmount" => (true, (object?)null),
            "adGroupId" => (true, row.AdGroup?.AdGroupId),
            "adGroupName" => (true, row.AdGroup?.Name),
            "adStatus" => (true, (row.Ad?.Brand?.Lifetime ?? row.AdGroup?.Lifetime)?.StateOn(_today)),
            "adId" => (true, row.Ad is { Brand.IsMadeWithVersion3: false } ad ? ad.AdId : null),
            "placementClassification" => (true, row.Placement),
            "searchTerm" or "query" => (true, row.SearchTerm),
            "purchasedAsin" => (true, row.PurchasedAsin),
            "productName" => (true, $"Product {row.PurchasedAsin}"),
            "productCategory" => (true, "Home"),
            "attributionType" => (true, row.Metrics.SameSkuPurchases[Window] > 0 ? "Promoted" : "Brand Halo"),
            "topOfSearchImpressionShare" => (true, TopOfSearchShare.Of(row)),
            _ => (false, (object?)null),
        };
        return known;
    }

    /// <summary>Keywords have a keywordId, all other targets a targetingId.</summary>
    private bool OfTarget(string column, SimulatedTarget? target, out object? value)
    {
        bool isKeyword = target?.IsKeyword == true;
        (bool known, value) = column switch
        {
            "keywordId" => (true, isKeyword ? target!.TargetId : null),
            "keywordText" => (true, isKeyword ? target!.Text : null),
            "targetingId" => (true, isKeyword ? null : target?.TargetId),
            "targetingText" => (true, isKeyword ? null : target?.Text),
            "targetingExpression" => (true, isKeyword || target is null ? null : Expression(target)),
            "keywordType" or "matchType" or "targetingType" => (true, target?.MatchType),
            "keywordBid" => (true, target?.Bid),
            "adKeywordStatus" or "keywordStatus" => (true, target?.Lifetime.StateOn(_today)),
            _ => (false, (object?)null),
        };
        return known;
    }

    /// <summary>The value of a column that counts or sums; of any other column a constant.</summary>
    public static object? Figure(string column, Metrics metrics, CatalogueType type, Marketplace marketplace) => column switch
    {
        "impressions" => metrics.Impressions,
        "viewableImpressions" => metrics.ViewableImpressions,
        "clicks" => metrics.Clicks,
        "cost" => marketplace.ToMajor(metrics.CostMinor),
        "purchases" or "orders14d" => metrics.Purchases[Window] + metrics.ViewPurchases,
        "purchasesClicks" or "ordersClicks14d" => metrics.Purchases[Window],
        "purchasesPromoted" => metrics.SameSkuPurchases[Window],
        "sales" or "sales14d" => marketplace.ToMajor(metrics.SalesMinor[Window] + metrics.ViewSalesMinor),
        "salesClicks" or "salesClicks14d" => marketplace.ToMajor(metrics.SalesMinor[Window]),
        "salesPromoted" => marketplace.ToMajor(metrics.SameSkuSalesMinor[Window]),
        "unitsSold" or "unitsSold14d" => metrics.Units[Window] + metrics.ViewUnits,
        "unitsSoldClicks" or "unitsSoldClicks14d" => metrics.Units[Window],
        "newToBrandPurchases" or "newToBrandPurchases14d" or "newToBrandOrders14d" =>
            (metrics.NewToBrand + metrics.ViewNewToBrand).Purchases,
        "newToBrandPurchasesClicks" => metrics.NewToBrand.Purchases,
        "newToBrandUnitsSold" or "newToBrandUnitsSold14d" => (metrics.NewToBrand + metrics.ViewNewToBrand).Units,
        "newToBrandUnitsSoldClicks" => metrics.NewToBrand.Units,
        "newToBrandSales" or "newToBrandSales14d" =>
            marketplace.ToMajor((metrics.NewToBrand + metrics.ViewNewToBrand).SalesMinor),
        "newToBrandSalesClicks" => marketplace.ToMajor(metrics.NewToBrand.SalesMinor),
        "kindleEditionNormalizedPagesRead14d" => metrics.Read.Pages,
        "kindleEditionNormalizedPagesRoyalties14d" => marketplace.ToMajor(metrics.Read.RoyaltiesMinor),
        "viewabilityRate" => Ratio(metrics.ViewableImpressions * 100m, metrics.Impressions),
        "viewClickThroughRate" => Ratio(metrics.Clicks * 100m, metrics.ViewableImpressions),
        _ => type.ColumnTypes.GetValueOrDefault(column) switch
        {
            "Decimal" => 0m,
            "Integer" or "Long" => 0L,
            _ => null,
        },
    };

    private static string Expression(SimulatedTarget target) => target.MatchType == "THEME"
        ? target.Text
        : $"{(BrandTargetsEndpoint.PredicateOf(target) == "asinSameAs" ? "asin" : "category")}=\"{target.Text}\"";

    private static decimal Ratio(decimal part, decimal whole) => whole == 0 ? 0 : Math.Round(part / whole, 4);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
