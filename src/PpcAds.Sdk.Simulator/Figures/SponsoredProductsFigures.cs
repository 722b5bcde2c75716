using PpcAds.Sdk.Simulator.Demand;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Figures;

/// <summary>Rows of the Sponsored Products reports, each grain summed up from the same targets.</summary>
internal static class SponsoredProductsFigures
{
    private static readonly string[] ReportTypes =
        ["spCampaigns", "spTargeting", "spSearchTerm", "spAdvertisedProduct", "spPurchasedProduct"];

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
            foreach (SimulatedCampaign campaign in profile.Campaigns)
            {
                foreach (FigureRow row in OfDay(campaign, reportTypeId, groupBy, day, seenOn))
                {
                    if (row.Metrics.HasActivity)
                    {
                        yield return row with { Date = day };
                    }
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
        "spSearchTerm" => SlotKind.SearchTerm,
        "spAdvertisedProduct" => SlotKind.Ad,
        "spCampaigns" when groupBy.Contains("campaignPlacement") && !groupBy.Contains("adGroup") => SlotKind.Placement,
        _ => SlotKind.Whole,
    };

    private static IEnumerable<FigureRow> Whole(
        SimulatedCampaign campaign,
        string reportTypeId,
        IReadOnlyList<string> groupBy,
        List<(SimulatedTarget Target, Metrics Metrics)> targets) => reportTypeId switch
        {
            "spTargeting" =>
                targets.Select(
                    pair => new FigureRow(campaign, pair.Metrics) { AdGroup = pair.Target.AdGroup, Target = pair.Target }),
            "spPurchasedProduct" => targets.Where(pair => pair.Metrics.Purchases[3] > pair.Metrics.SameSkuPurchases[3])
                .Select(
                    pair =>
                        new FigureRow(campaign, pair.Metrics)
                        {
                            AdGroup = pair.Target.AdGroup,
                            Target = pair.Target,
                            Ad = pair.Target.AdGroup.Ads[0],
                        }),
            _ when groupBy.Contains("adGroup") =>
                ByAdGroup(targets).Select(group => new FigureRow(campaign, group.Metrics) { AdGroup = group.AdGroup }),
            _ => [new FigureRow(campaign, Metrics.Sum(targets.Select(pair => pair.Metrics)))],
        };

    private static IEnumerable<(SimulatedAdGroup AdGroup, Metrics Metrics)> ByAdGroup(
        IEnumerable<(SimulatedTarget Target, Metrics Metrics)> targets) =>
        targets.GroupBy(pair => pair.Target.AdGroup)
            .Select(group => (group.Key, Metrics.Sum(group.Select(pair => pair.Metrics))));

    /// <summary>Amazon reports only terms that were clicked.</summary>
    private static IEnumerable<FigureRow> SearchTerms(SimulatedCampaign campaign, SimulatedTarget target, Metrics[] parts)
    {
        string text = target.IsKeyword ? target.Text : "b0" + target.TargetId % 100_000_000;
        return new[]
        {
            new FigureRow(campaign, parts[0]) { AdGroup = target.AdGroup, Target = target, SearchTerm = text },
            new FigureRow(campaign, parts[1]) { AdGroup = target.AdGroup, Target = target, SearchTerm = text + " für dich" },
        }.Where(row => row.Metrics.Clicks > 0);
    }
}
