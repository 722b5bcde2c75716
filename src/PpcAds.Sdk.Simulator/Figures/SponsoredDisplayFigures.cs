using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Figures;

/// <summary>
/// Rows of the Sponsored Display reports, each grain summed up from the same targets and the sales of an ad group that cannot be
/// attributed to a target.
/// </summary>
internal static class SponsoredDisplayFigures
{
    /// <summary>Sponsored Display counts sales within 14 days: the third of <see cref="Metrics.Windows"/>.</summary>
    public const int Window = 2;

    private static readonly string[] ReportTypes =
        ["sdCampaigns", "sdAdGroup", "sdTargeting", "sdAdvertisedProduct", "sdPurchasedProduct"];

    public static bool Knows(string reportTypeId) => ReportTypes.Contains(reportTypeId);

    /// <summary>The rows, day by day in order; only those with activity.</summary>
    public static IEnumerable<FigureRow> Daily(
        SimulatedProfile profile, string reportTypeId, DateOnly start, DateOnly end, DateOnly seenOn)
    {
        for (DateOnly day = start; day <= end; day = day.AddDays(1))
        {
            foreach (SimulatedCampaign campaign in profile.DisplayCampaigns)
            {
                List<FigureRow> targets = [.. campaign.AdGroups.SelectMany(adGroup => Targets(adGroup, day, seenOn))];
                foreach (FigureRow row in Group(campaign, targets, reportTypeId).Where(row => row.Metrics.HasActivity))
                {
                    yield return row with { Date = day };
                }
            }
        }
    }

    private static IEnumerable<FigureRow> Group(SimulatedCampaign campaign, List<FigureRow> targets, string reportTypeId)
    {
        IEnumerable<FigureRow> adGroups = targets
            .GroupBy(row => row.AdGroup!)
            .Select(rows => new FigureRow(campaign, Metrics.Sum(rows.Select(row => row.Metrics))) { AdGroup = rows.Key });
        return reportTypeId switch
        {
            "sdTargeting" => targets,
            "sdAdGroup" => adGroups,
            "sdAdvertisedProduct" => adGroups.SelectMany(Ads),
            "sdPurchasedProduct" => adGroups.SelectMany(Ads).Select(OtherProducts),
            _ => [new FigureRow(campaign, Metrics.Sum(targets.Select(row => row.Metrics)))],
        };
    }

    private static List<FigureRow> Targets(SimulatedAdGroup adGroup, DateOnly day, DateOnly seenOn)
    {
        var rows = new List<FigureRow>();
        foreach (SimulatedTarget target in adGroup.Targets)
        {
            if (ViewedTargetFigures.On(target, day, seenOn) is { } metrics)
            {
                rows.Add(new FigureRow(adGroup.Campaign, metrics) { AdGroup = adGroup, Target = target });
            }
        }

        if (rows.Count > 0 && Modelled(adGroup, day) is { } modelled)
        {
            rows.Add(new FigureRow(adGroup.Campaign, modelled) { AdGroup = adGroup });
        }

        return rows;
    }

    /// <summary>Sales that were worked out rather than seen: the row has no target.</summary>
    private static Metrics? Modelled(SimulatedAdGroup adGroup, DateOnly day)
    {
        SimulatedCampaign campaign = adGroup.Campaign;
        Dice own = campaign.Dice.For("modelled").For(adGroup.AdGroupId).For(day.DayNumber);
        if (!campaign.PaysForViews || !own.Chance(0.4))
        {
            return null;
        }

        long purchases = own.For("purchases").Between(1, 2);
        long units = purchases + own.For("units").Between(0, 1);
        long unitPrice = campaign.Dice.For("unit price").Between(900, 4900);
        return new Metrics
        {
            ViewPurchases = purchases,
            ViewUnits = units,
            ViewSalesMinor = units * unitPrice,
            ViewNewToBrand = own.For("new to brand").Chance(0.5) ? new Sold(purchases, units, units * unitPrice) : default,
        };
    }

    private static IEnumerable<FigureRow> Ads(FigureRow adGroup)
    {
        IReadOnlyList<SimulatedAd> ads = adGroup.AdGroup!.Ads;
        if (ads.Count == 1)
        {
            return [adGroup with { Ad = ads[0] }];
        }

        (Metrics first, Metrics second) = adGroup.Metrics.Split();
        return [adGroup with { Ad = ads[0], Metrics = first }, adGroup with { Ad = ads[1], Metrics = second }];
    }

    /// <summary>Purchases of the brand other than the advertised product. Amazon reports only sales for them.</summary>
    private static FigureRow OtherProducts(FigureRow ad)
    {
        Metrics all = ad.Metrics;
        bool hasViews = ad.AdGroup!.AdGroupId % 2 == 0;
        var other = new Metrics
        {
            ViewPurchases = hasViews ? all.ViewPurchases : 0,
            ViewUnits = hasViews ? all.ViewUnits : 0,
            ViewSalesMinor = hasViews ? all.ViewSalesMinor : 0,
            NewToBrand = all.NewToBrand - all.SameSkuNewToBrand,
            ViewNewToBrand = hasViews ? all.ViewNewToBrand : default,
            Read = new Reading(all.Read.Pages / 4, all.Read.RoyaltiesMinor / 4),
            ViewRead = hasViews ? all.ViewRead : default,
        };
        other.Purchases[Window] = all.Purchases[Window] - all.SameSkuPurchases[Window];
        other.Units[Window] = all.Units[Window] - all.SameSkuUnits[Window];
        other.SalesMinor[Window] = all.SalesMinor[Window] - all.SameSkuSalesMinor[Window];
        return ad with { PurchasedAsin = "B1" + ad.Ad!.Asin[2..], Metrics = other };
    }
}
