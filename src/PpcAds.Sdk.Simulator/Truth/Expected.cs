using PpcAds.Sdk.Simulator.Demand;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator;

/// <summary>What the figures of a profile are drawn from, and what they would be without chance.</summary>
internal static class Expected
{
    public static SimulatorParameters ParametersOf(SimulatedProfile profile, DateOnly today)
    {
        List<SimulatedCampaign> campaigns = [.. CampaignsOf(profile)];
        List<SimulatedAdGroup> adGroups = [.. campaigns.SelectMany(campaign => campaign.AdGroups)];
        return new SimulatorParameters(
            [.. Enumerable.Range(2025, Math.Max(1, today.Year + 2 - 2025)).Select(EventDay.In)],
            [.. campaigns.Select(ParametersOf)],
            [.. adGroups.Select(ParametersOf)],
            [.. adGroups.SelectMany(adGroup => adGroup.Targets).Select(ParametersOf)]);
    }

    /// <summary>One for each target that runs, day by day in order.</summary>
    public static IEnumerable<SimulatorExpectation> Daily(SimulatedProfile profile, DateOnly start, DateOnly end)
    {
        for (DateOnly day = start; day <= end; day = day.AddDays(1))
        {
            foreach (SimulatedCampaign campaign in CampaignsOf(profile).Where(campaign => campaign.Lifetime.RunsOn(day)))
            {
                double traffic = campaign.Traits.TrafficOn(day);
                double conversion = campaign.Traits.ConversionOn(day);
                foreach (SimulatedTarget target in campaign.AdGroups.SelectMany(adGroup => adGroup.Targets)
                    .Where(target => target.RunsOn(day)))
                {
                    double impressions = target.Traits.ImpressionsPerDay * traffic;
                    double clicks = impressions * target.Traits.ClickRate;
                    yield return new SimulatorExpectation(
                        day,
                        campaign.CampaignId,
                        target.AdGroup.AdGroupId,
                        target.TargetId,
                        impressions,
                        clicks,
                        clicks * target.Traits.ConversionRateOn(conversion));
                }
            }
        }
    }

    private static IEnumerable<SimulatedCampaign> CampaignsOf(SimulatedProfile profile) =>
        profile.Campaigns.Concat(profile.BrandCampaigns).Concat(profile.DisplayCampaigns);

    private static SimulatorCampaignParameters ParametersOf(SimulatedCampaign campaign)
    {
        CampaignTraits traits = campaign.Traits;
        return new SimulatorCampaignParameters(
            campaign.CampaignId,
            campaign.Brand is not null ? "SPONSORED_BRANDS"
                : campaign.Display is not null ? "SPONSORED_DISPLAY"
                : "SPONSORED_PRODUCTS",
            campaign.Product)
        {
            WeekdayTraffic = traits.WeekdayTraffic,
            WeekdayConversion = traits.WeekdayConversion,
            DailyGrowth = traits.DailyGrowth,
            WavePeakDayOfYear = traits.Product.PeakDayOfYear,
            WaveAmplitude = traits.Product.Amplitude,
            EventTraffic = traits.Event.Traffic,
            EventConversion = traits.Event.Conversion,
            EventPrice = traits.Event.Price,
            LargestDailySpend =
                campaign.Profile.Marketplace.ToMajor(DailyBudget.LargestOf(campaign, traits.BudgetMinor)),
            PlacementClicks = traits.Placements.Clicks,
            PlacementOrders = traits.Placements.Sales,
        };
    }

    private static SimulatorAdGroupParameters ParametersOf(SimulatedAdGroup adGroup) => new(
        adGroup.Campaign.CampaignId,
        adGroup.AdGroupId,
        adGroup.Traits.Delay.ScaleDays,
        adGroup.Traits.Delay.Shape,
        adGroup.Traits.DelayAfterViews.ScaleDays);

    private static SimulatorTargetParameters ParametersOf(SimulatedTarget target) => new(
        target.AdGroup.Campaign.CampaignId,
        target.AdGroup.AdGroupId,
        target.TargetId,
        target.MatchType,
        target.Traits.ImpressionsPerDay,
        target.Traits.ClickRate,
        target.Traits.ConversionRate);
}
