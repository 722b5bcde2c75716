using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Demand;

/// <summary>What is always so about one ad group.</summary>
internal sealed class AdGroupTraits
{
    private const double DelayDeviation = 0.2;
    private const double ViewDelayFactor = 2;

    private AdGroupTraits(SimulatedAdGroup adGroup)
    {
        CampaignTraits campaign = adGroup.Campaign.Traits;
        Dice dice = adGroup.Campaign.Dice.For("ad group traits").For(adGroup.AdGroupId);
        ClickRate = campaign.ClickRate * dice.For("click rate").Spread(Rates.AdGroupClickDeviation);
        ConversionRate = campaign.ConversionRate * dice.For("conversion rate").Spread(Rates.AdGroupConversionDeviation);
        double scale = campaign.Product.DelayScaleDays
            * Rates.DelayFactorOf(adGroup.Campaign)
            * dice.For("delay").Spread(DelayDeviation);
        Delay = new DelayCurve(scale, campaign.Product.DelayShape);
        DelayAfterViews = new DelayCurve(scale * ViewDelayFactor, campaign.Product.DelayShape);
        Ads = adGroup.Ads.Count < 2 ? SlotShares.Whole : SlotShares.Two(0.35 + (0.4 * dice.For("ads").Unit()));
    }

    public double ClickRate { get; }

    public double ConversionRate { get; }

    /// <summary>From a click to the purchase, which depends on the product and so on the ad group.</summary>
    public DelayCurve Delay { get; }

    public DelayCurve DelayAfterViews { get; }

    public SlotShares Ads { get; }

    public static AdGroupTraits Of(SimulatedAdGroup adGroup) => new(adGroup);
}
