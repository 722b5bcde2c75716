using PpcAds.Sdk.Simulator.Demand;
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
                foreach (FigureRow row in OfDay(campaign, reportTypeId, day, seenOn).Where(row => row.Metrics.HasActivity))
                {
                    yield return row with { Date = day };
                }
            }
        }
    }

    private static IEnumerable<FigureRow> OfDay(
        SimulatedCampaign campaign, string reportTypeId, DateOnly day, DateOnly seenOn)
    {
        bool byAd = reportTypeId is "sdAdvertisedProduct" or "sdPurchasedProduct";
        List<(SimulatedTarget Target, Metrics[] Parts)> targets =
            CampaignDay.On(campaign, day, seenOn, byAd ? SlotKind.Ad : SlotKind.Whole);
        List<FigureRow> modelled =
        [
            .. targets.Select(target => target.Target.AdGroup)
                .Distinct()
                .Select(adGroup => (AdGroup: adGroup, Metrics: Modelled(adGroup, day)))
                .Where(row => row.Metrics is not null)
                .Select(row => new FigureRow(campaign, row.Metrics!) { AdGroup = row.AdGroup }),
        ];
        if (byAd)
        {
            // What is no target's is the first ad's.
            IEnumerable<FigureRow> ads = SlotRows.Ads(campaign, targets).Select(
                row => row.Ad == row.AdGroup!.Ads[0] && modelled.Find(other => other.AdGroup == row.AdGroup) is { } more
                    ? row with { Metrics = Metrics.Sum([row.Metrics, more.Metrics]) }
                    : row);
            return reportTypeId == "sdPurchasedProduct" ? ads.Select(OtherProducts) : ads;
        }

        List<FigureRow> rows =
        [
            .. targets.Select(
                    target => new FigureRow(campaign, target.Parts[0])
                    {
                        AdGroup = target.Target.AdGroup,
                        Target = target.Target,
                    })
                .Concat(modelled),
        ];
        return reportTypeId switch
        {
            "sdTargeting" => rows,
            "sdAdGroup" => rows.GroupBy(row => row.AdGroup!).Select(
                group => new FigureRow(campaign, Metrics.Sum(group.Select(row => row.Metrics))) { AdGroup = group.Key }),
            _ => [new FigureRow(campaign, Metrics.Sum(rows.Select(row => row.Metrics)))],
        };
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
        long unitPrice = campaign.Traits.UnitPriceMinor;
        return new Metrics
        {
            ViewPurchases = purchases,
            ViewUnits = units,
            ViewSalesMinor = units * unitPrice,
            ViewNewToBrand = own.For("new to brand").Chance(0.5) ? new Sold(purchases, units, units * unitPrice) : default,
        };
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
