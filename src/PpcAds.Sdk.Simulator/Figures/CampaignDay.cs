using PpcAds.Sdk.Simulator.Demand;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Figures;

/// <summary>
/// One campaign on one day as of a later day: a pure function, so that any report, and the truth to compare it with, can be
/// computed at any time. Ads are shown until the budget is spent, and then no more, whatever their target.
/// </summary>
internal static class CampaignDay
{
    /// <summary>
    /// The figures of each target with activity, in order, taken apart as wanted: as many parts as the kind has.
    /// </summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="day">The day of the ad interaction, in the profile's time zone.</param>
    /// <param name="seenOn">The day on which one looks, in the same time zone.</param>
    /// <param name="kind">What to take the figures apart by.</param>
    public static List<(SimulatedTarget Target, Metrics[] Parts)> On(
        SimulatedCampaign campaign, DateOnly day, DateOnly seenOn, SlotKind kind)
    {
        var all = new List<(SimulatedTarget, Metrics[])>();
        int age = seenOn.DayNumber - day.DayNumber;
        if (age < 0 || !campaign.Lifetime.RunsOn(day))
        {
            return all;
        }

        List<TargetDay> targets = Running(campaign, day);
        var circumstances = new Circumstances(campaign, day, age, ShareOfDay(campaign, targets, day));
        foreach (TargetDay target in targets)
        {
            if (TargetFigures.On(target, circumstances, SharesOf(target.Target, kind)) is { } parts)
            {
                all.Add((target.Target, parts));
            }
        }

        return all;
    }

    /// <summary>The figures of each target as a whole.</summary>
    public static IEnumerable<(SimulatedTarget Target, Metrics Metrics)> On(
        SimulatedCampaign campaign, DateOnly day, DateOnly seenOn) =>
        On(campaign, day, seenOn, SlotKind.Whole).Select(target => (target.Target, target.Parts[0]));

    private static List<TargetDay> Running(SimulatedCampaign campaign, DateOnly day)
    {
        double traffic = campaign.Traits.TrafficOn(day) * campaign.Traits.ShockOn(day);
        var running = new List<TargetDay>();
        foreach (SimulatedAdGroup adGroup in campaign.AdGroups)
        {
            if (!adGroup.Lifetime.RunsOn(day))
            {
                continue;
            }

            foreach (SimulatedTarget target in adGroup.Targets)
            {
                if (target.Lifetime.RunsOn(day) && TargetDay.Of(target, day, traffic) is { Impressions: > 0 } shown)
                {
                    running.Add(shown);
                }
            }
        }

        return running;
    }

    /// <summary>The share of the day after which the budget is spent; 1 if it is enough.</summary>
    private static double ShareOfDay(SimulatedCampaign campaign, List<TargetDay> targets, DateOnly day)
    {
        CampaignTraits traits = campaign.Traits;
        double eventPrice = traits.Event.On(day).Price;
        long budget = DailyBudget.OfDay(campaign, traits.BudgetMinor, day);
        if (campaign.PaysForViews)
        {
            double views = targets.Sum(
                target => target.ViewableOf(target.Impressions) * TargetFigures.ViewPrice(target, eventPrice));
            return views <= budget ? 1 : budget / views;
        }

        long cost = targets.Sum(target => target.Clicks * target.PriceAt(eventPrice));
        if (cost <= budget)
        {
            return 1;
        }

        var clicks = new List<(double Time, long Price)>();
        foreach (TargetDay target in targets)
        {
            long price = target.PriceAt(eventPrice);
            for (long click = 0; click < target.Clicks; click++)
            {
                clicks.Add((target.TimeOf(click), price));
            }
        }

        clicks.Sort();
        long left = budget;
        foreach ((double time, long price) in clicks)
        {
            left -= price;
            if (left < 0)
            {
                return time;
            }
        }

        return 1;
    }

    private static SlotShares SharesOf(SimulatedTarget target, SlotKind kind) => kind switch
    {
        SlotKind.Placement => target.AdGroup.Campaign.Traits.Placements,
        SlotKind.SearchTerm => target.Traits.SearchTerms,
        SlotKind.Ad => target.AdGroup.Traits.Ads,
        _ => SlotShares.Whole,
    };
}
