using PpcAds.Sdk.Simulator.Demand;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Figures;

/// <summary>Rows of the Sponsored Brands reports, each grain summed up from the same targets.</summary>
internal static class SponsoredBrandsFigures
{
    /// <summary>Sponsored Brands counts sales within 14 days: the third of <see cref="Metrics.Windows"/>.</summary>
    public const int Window = 2;

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
        SlotKind kind = KindOf(reportTypeId, groupBy);
        List<(SimulatedTarget Target, Metrics[] Parts)> targets = CampaignDay.On(campaign, day, seenOn, kind);
        return targets.Count == 0 ? [] : kind switch
        {
            SlotKind.SearchTerm => targets.SelectMany(target => SearchTerms(campaign, target.Target, target.Parts)),
            SlotKind.Ad => SlotRows.Ads(campaign, targets),
            SlotKind.Placement => SlotRows.Placements(campaign, targets),
            _ => Whole(campaign, reportTypeId, groupBy, [.. targets.Select(target => (target.Target, target.Parts[0]))]),
        };
    }

    private static SlotKind KindOf(string reportTypeId, IReadOnlyList<string> groupBy) => reportTypeId switch
    {
        "sbSearchTerm" => SlotKind.SearchTerm,
        "sbAds" => SlotKind.Ad,
        "sbCampaignPlacement" when groupBy.Contains("campaignPlacement") => SlotKind.Placement,
        _ => SlotKind.Whole,
    };

    private static IEnumerable<FigureRow> Whole(
        SimulatedCampaign campaign,
        string reportTypeId,
        IReadOnlyList<string> groupBy,
        List<(SimulatedTarget Target, Metrics Metrics)> targets)
    {
        IEnumerable<(SimulatedAdGroup AdGroup, Metrics Metrics)> adGroups = targets
            .GroupBy(pair => pair.Target.AdGroup)
            .Select(group => (group.Key, Metrics.Sum(group.Select(pair => pair.Metrics))));
        return reportTypeId switch
        {
            "sbTargeting" =>
                targets.Select(
                    pair => new FigureRow(campaign, pair.Metrics) { AdGroup = pair.Target.AdGroup, Target = pair.Target }),
            "sbPurchasedProduct" => adGroups.SelectMany(group => PurchasedProducts(campaign, group.AdGroup, group.Metrics)),
            "sbAdGroup" when groupBy.Contains("adGroup") =>
                adGroups.Select(group => new FigureRow(campaign, group.Metrics) { AdGroup = group.AdGroup }),
            _ => [new FigureRow(campaign, Metrics.Sum(targets.Select(pair => pair.Metrics)))],
        };
    }

    /// <summary>Amazon reports only terms that were clicked.</summary>
    private static IEnumerable<FigureRow> SearchTerms(SimulatedCampaign campaign, SimulatedTarget target, Metrics[] parts)
    {
        // Rows of products and themes have no id of their target: the term must distinguish them.
        string text = target.IsKeyword ? target.Text : $"b0{target.TargetId}";
        return new[]
        {
            new FigureRow(campaign, parts[0]) { AdGroup = target.AdGroup, Target = target, SearchTerm = text },
            new FigureRow(campaign, parts[1]) { AdGroup = target.AdGroup, Target = target, SearchTerm = text + " für dich" },
        }.Where(row => row.Metrics.Clicks > 0);
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
}
