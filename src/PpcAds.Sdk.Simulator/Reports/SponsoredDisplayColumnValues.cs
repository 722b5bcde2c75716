using System.Globalization;
using PpcAds.Sdk.Simulator.Figures;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Reports;

/// <summary>The value of each column of the Sponsored Display reports: long, decimal, string or null.</summary>
internal sealed class SponsoredDisplayColumnValues(SimulatedReport report)
{
    private const int Window = SponsoredDisplayFigures.Window;
    private readonly Marketplace _marketplace = report.Profile.Marketplace;
    private readonly DateOnly _today = report.Profile.Marketplace.DateAt(report.FinishedAt);

    public object? Of(string column, FigureRow row) =>
        Dimension(column, row, out object? value) || OfTarget(column, row, out value)
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
            "campaignBudgetCurrencyCode" => (true, _marketplace.CurrencyCode),
            "costType" => (true, campaign.Display!.CostType.ToUpperInvariant()),
            "bidOptimization" => (true, campaign.Display!.BidOptimization),
            "adGroupId" => (true, row.AdGroup?.AdGroupId),
            "adGroupName" => (true, row.AdGroup?.Name),
            "adId" => (true, row.Ad?.AdId),
            "promotedAsin" => (true, row.Ad?.Asin),
            "promotedSku" => (true, row.Ad?.Sku),
            "asinBrandHalo" => (true, row.PurchasedAsin),
            "matchedTargetAsin" =>
                (true, "B2" + (campaign.CampaignId % 100_000_000).ToString("D8", CultureInfo.InvariantCulture)),
            _ => (false, (object?)null),
        };
        return known;
    }

    /// <summary>What could not be placed lower has a word, or a negative number, for its target.</summary>
    private bool OfTarget(string column, FigureRow row, out object? value)
    {
        SimulatedTarget? target = row.Target;
        (bool known, value) = column switch
        {
            "targetingId" =>
                (true, target is not null ? target.TargetId
                    : row.Campaign.Dice.For("unallocated").Chance(0.5) ? "Unallocated" : -20L),
            "targetingText" or "targetingExpression" => (true, target?.Text ?? "Unallocated"),
            "adKeywordStatus" => (true, target?.Lifetime.StateOn(_today)),
            _ => (false, (object?)null),
        };
        return known;
    }

    /// <summary>The value of a column that counts or sums; of any other column a constant.</summary>
    public static object? Figure(string column, Metrics metrics, CatalogueType type, Marketplace marketplace) => column switch
    {
        "impressions" => metrics.Impressions,
        "impressionsViews" => metrics.ViewableImpressions,
        "clicks" => metrics.Clicks,
        "cost" => marketplace.ToMajor(metrics.CostMinor),
        "purchases" or "conversionsBrandHalo" => metrics.Purchases[Window] + metrics.ViewPurchases,
        "purchasesClicks" or "conversionsBrandHaloClicks" => metrics.Purchases[Window],
        "purchasesPromotedClicks" => metrics.SameSkuPurchases[Window],
        "sales" or "salesBrandHalo" => marketplace.ToMajor(metrics.SalesMinor[Window] + metrics.ViewSalesMinor),
        "salesClicks" or "salesBrandHaloClicks" => marketplace.ToMajor(metrics.SalesMinor[Window]),
        "salesPromotedClicks" => marketplace.ToMajor(metrics.SameSkuSalesMinor[Window]),
        "unitsSold" or "unitsSoldBrandHalo" => metrics.Units[Window] + metrics.ViewUnits,
        "unitsSoldClicks" or "unitsSoldBrandHaloClicks" => metrics.Units[Window],
        "newToBrandPurchases" => (metrics.NewToBrand + metrics.ViewNewToBrand).Purchases,
        "newToBrandPurchasesClicks" => metrics.NewToBrand.Purchases,
        "newToBrandUnitsSold" => (metrics.NewToBrand + metrics.ViewNewToBrand).Units,
        "newToBrandUnitsSoldClicks" => metrics.NewToBrand.Units,
        "newToBrandSales" =>
            marketplace.ToMajor((metrics.NewToBrand + metrics.ViewNewToBrand).SalesMinor),
        "newToBrandSalesClicks" => marketplace.ToMajor(metrics.NewToBrand.SalesMinor),
        "kindleEditionNormalizedPagesRead" => (metrics.Read + metrics.ViewRead).Pages,
        "kindleEditionNormalizedPagesReadFromClicks" => metrics.Read.Pages,
        "kindleEditionNormalizedPagesReadFromViews" => metrics.ViewRead.Pages,
        "kindleEditionNormalizedPagesRoyalties" => marketplace.ToMajor((metrics.Read + metrics.ViewRead).RoyaltiesMinor),
        "kindleEditionNormalizedPagesRoyaltiesFromClicks" => marketplace.ToMajor(metrics.Read.RoyaltiesMinor),
        "kindleEditionNormalizedPagesRoyaltiesFromViews" => marketplace.ToMajor(metrics.ViewRead.RoyaltiesMinor),
        "viewabilityRate" => Ratio(metrics.ViewableImpressions * 100m, metrics.Impressions),
        "viewClickThroughRate" => Ratio(metrics.Clicks * 100m, metrics.ViewableImpressions),
        _ => type.ColumnTypes.GetValueOrDefault(column) switch
        {
            "Decimal" => 0m,
            "Integer" or "Long" => 0L,
            _ => null,
        },
    };

    private static decimal Ratio(decimal part, decimal whole) => whole == 0 ? 0 : Math.Round(part / whole, 4);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
