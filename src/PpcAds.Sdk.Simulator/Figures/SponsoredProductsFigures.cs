using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Figures;

/// <summary>Rows of the Sponsored Products reports, each grain summed up from the same targets.</summary>
internal static class SponsoredProductsFigures
{
    private static readonly string[] Placements = ["Top of Search on-Amazon", "Detail Page on-Amazon", "Other on-Amazon"];

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
        var targets = campaign.AdGroups
            .SelectMany(adGroup => adGroup.Targets)
            .Select(target => (Target: target, Metrics: TargetFigures.On(target, day, seenOn)))
            .Where(pair => pair.Metrics is not null)
            .Select(pair => (pair.Target, Metrics: pair.Metrics!))
            .ToList();
        if (targets.Count == 0)
        {
            return [];
        }

        return reportTypeId switch
        {
            "spTargeting" =>
                targets.Select(
                    pair => new FigureRow(campaign, pair.Metrics) { AdGroup = pair.Target.AdGroup, Target = pair.Target }),
            "spSearchTerm" => targets.SelectMany(pair => SearchTerms(campaign, pair.Target, pair.Metrics)),
            "spAdvertisedProduct" => ByAdGroup(targets).SelectMany(group => Ads(campaign, group.AdGroup, group.Metrics)),
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
            _ when groupBy.Contains("campaignPlacement") => OfPlacements(campaign, targets.Select(pair => pair.Metrics)),
            _ => [new FigureRow(campaign, Metrics.Sum(targets.Select(pair => pair.Metrics)))],
        };
    }

    private static IEnumerable<(SimulatedAdGroup AdGroup, Metrics Metrics)> ByAdGroup(
        IEnumerable<(SimulatedTarget Target, Metrics Metrics)> targets) =>
        targets.GroupBy(pair => pair.Target.AdGroup)
            .Select(group => (group.Key, Metrics.Sum(group.Select(pair => pair.Metrics))));

    /// <summary>Amazon reports only terms that were clicked.</summary>
    private static IEnumerable<FigureRow> SearchTerms(SimulatedCampaign campaign, SimulatedTarget target, Metrics metrics)
    {
        (Metrics first, Metrics second) = metrics.Split();
        string text = target.IsKeyword ? target.Text : "b0" + target.TargetId % 100_000_000;
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
