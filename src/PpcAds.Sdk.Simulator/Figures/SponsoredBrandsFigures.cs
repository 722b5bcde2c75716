using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Figures;

/// <summary>Rows of the Sponsored Brands reports, each grain summed up from the same targets.</summary>
internal static class SponsoredBrandsFigures
{
    /// <summary>Sponsored Brands counts sales within 14 days: the third of <see cref="Metrics.Windows"/>.</summary>
    public const int Window = 2;

    private static readonly string[] Placements = ["Top of Search on-Amazon", "Detail Page on-Amazon", "Other on-Amazon"];

    private static readonly string[] ReportTypes =
        ["sbCampaigns", "sbAdGroup", "sbCampaignPlacement", "sbTargeting", "sbSearchTerm", "sbAds", "sbPurchasedProduct"];

    public static bool Knows(string reportTypeId) => ReportTypes.Contains(reportTypeId);

    /// <summary>The rows, day by day in order; only those with activity.</summary>
    public static IEnumerable<FigureRow> Daily(
        SimulatedProfile profile,
        string reportTypeId,
        IReadOnlyList<string> groupBy,
        DateOnly start,
        DateOnly end,
        DateOnly seenOn)
    {
        for (DateOnly day = start; day <= end; day = day.AddDays(1))
        {
            foreach (SimulatedCampaign campaign in profile.BrandCampaigns)
            {
                foreach (FigureRow row in OfDay(campaign, reportTypeId, groupBy, day, seenOn)
                    .Where(row => row.Metrics.HasActivity))
                {
                    yield return row with { Date = day };
                }
            }
        }
    }

    private static IEnumerable<FigureRow> OfDay(
        SimulatedCampaign campaign, string reportTypeId, IReadOnlyList<string> groupBy, DateOnly day, DateOnly seenOn)
    {
        var targets = campaign.AdGroups
            .SelectMany(adGroup => adGroup.Targets)
            .Select(target => (Target: target, Metrics: ViewedTargetFigures.On(target, day, seenOn)))
            .Where(pair => pair.Metrics is not null)
            .Select(pair => (pair.Target, Metrics: pair.Metrics!))
            .ToList();
        if (targets.Count == 0)
        {
            return [];
        }

        IEnumerable<(SimulatedAdGroup AdGroup, Metrics Metrics)> adGroups = targets
            .GroupBy(pair => pair.Target.AdGroup)
            .Select(group => (group.Key, Metrics.Sum(group.Select(pair => pair.Metrics))));
        return reportTypeId switch
        {
            "sbTargeting" =>
                targets.Select(
                    pair => new FigureRow(campaign, pair.Metrics) { AdGroup = pair.Target.AdGroup, Target = pair.Target }),
            "sbSearchTerm" => targets.SelectMany(pair => SearchTerms(campaign, pair.Target, pair.Metrics)),
            "sbAds" => adGroups.SelectMany(group => Ads(campaign, group.AdGroup, group.Metrics)),
            "sbPurchasedProduct" => adGroups.SelectMany(group => PurchasedProducts(campaign, group.AdGroup, group.Metrics)),
            "sbAdGroup" when groupBy.Contains("adGroup") =>
                adGroups.Select(group => new FigureRow(campaign, group.Metrics) { AdGroup = group.AdGroup }),
            "sbCampaignPlacement" when groupBy.Contains("campaignPlacement") =>
                OfPlacements(campaign, targets.Select(pair => pair.Metrics)),
            _ => [new FigureRow(campaign, Metrics.Sum(targets.Select(pair => pair.Metrics)))],
        };
    }

    /// <summary>Amazon reports only terms that were clicked.</summary>
    private static IEnumerable<FigureRow> SearchTerms(SimulatedCampaign campaign, SimulatedTarget target, Metrics metrics)
    {
        (Metrics first, Metrics second) = metrics.Split();

        // Rows of products and themes have no id of their target: the term must distinguish them.
        string text = target.IsKeyword ? target.Text : $"b0{target.TargetId}";
        return new[]
        {
            new FigureRow(campaign, first) { AdGroup = target.AdGroup, Target = target, SearchTerm = text },
            new FigureRow(campaign, second) { AdGroup = target.AdGroup, Target = target, SearchTerm = text + " für dich" },
        }.Where(row => row.Metrics.Clicks > 0);
    }

    private static IEnumerable<FigureRow> Ads(SimulatedCampaign campaign, SimulatedAdGroup adGroup, Metrics metrics)
    {
        if (adGroup.Ads.Count == 1)
        {
            return [new FigureRow(campaign, metrics) { AdGroup = adGroup, Ad = adGroup.Ads[0] }];
        }

        (Metrics first, Metrics second) = metrics.Split();
        return
        [
            new FigureRow(campaign, first) { AdGroup = adGroup, Ad = adGroup.Ads[0] },
            new FigureRow(campaign, second) { AdGroup = adGroup, Ad = adGroup.Ads[1] },
        ];
    }

    /// <summary>What was bought: the advertised product, and another one. Such rows know sales only.</summary>
    private static FigureRow[] PurchasedProducts(SimulatedCampaign campaign, SimulatedAdGroup adGroup, Metrics metrics)
    {
        var promoted = new Metrics();
        promoted.Purchases[Window] = metrics.SameSkuPurchases[Window];
        promoted.Units[Window] = metrics.SameSkuUnits[Window];
        promoted.SalesMinor[Window] = metrics.SameSkuSalesMinor[Window];
        promoted.NewToBrand = metrics.SameSkuNewToBrand;
        promoted.Read = metrics.Read;
        var other = new Metrics
        {
            NewToBrand = metrics.NewToBrand - metrics.SameSkuNewToBrand,
            ViewNewToBrand = metrics.ViewNewToBrand,
            ViewRead = metrics.ViewRead,
            ViewPurchases = metrics.ViewPurchases,
            ViewUnits = metrics.ViewUnits,
            ViewSalesMinor = metrics.ViewSalesMinor,
        };
        other.Purchases[Window] = metrics.Purchases[Window] - promoted.Purchases[Window];
        other.Units[Window] = metrics.Units[Window] - promoted.Units[Window];
        other.SalesMinor[Window] = metrics.SalesMinor[Window] - promoted.SalesMinor[Window];
        string asin = adGroup.Ads[0].Asin;
        return
        [
            new FigureRow(campaign, promoted) { AdGroup = adGroup, PurchasedAsin = asin },
            new FigureRow(campaign, other) { AdGroup = adGroup, PurchasedAsin = "B1" + asin[2..] },
        ];
    }

    private static FigureRow[] OfPlacements(SimulatedCampaign campaign, IEnumerable<Metrics> metrics)
    {
        (Metrics top, Metrics rest) = Metrics.Sum(metrics).Split();
        (Metrics page, Metrics other) = rest.Split();
        return
        [
            new FigureRow(campaign, top) { Placement = Placements[0] },
            new FigureRow(campaign, page) { Placement = Placements[1] },
            new FigureRow(campaign, other) { Placement = Placements[2] },
        ];
    }
}
