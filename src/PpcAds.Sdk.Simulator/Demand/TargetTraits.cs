using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Demand;

/// <summary>What is always so about one target: what its figures would be without accidents.</summary>
internal sealed class TargetTraits
{
    private readonly SimulatedTarget _target;

    private TargetTraits(SimulatedTarget target)
    {
        AdGroupTraits adGroup = target.AdGroup.Traits;
        (double click, double conversion) = Rates.FactorsOf(target);
        ImpressionsPerDay = target.AdGroup.Campaign.Traits.ImpressionsPerDay * target.Weight;
        ClickRate = Math.Min(
            Rates.Highest, adGroup.ClickRate * click * target.Dice.For("click rate").Spread(Rates.TargetClickDeviation));
        ConversionRate = Math.Min(
            Rates.Highest,
            adGroup.ConversionRate * conversion * target.Dice.For("conversion rate").Spread(Rates.TargetConversionDeviation));
        decimal bid = target.Bid ?? target.AdGroup.DefaultBid;
        BidMinor = target.AdGroup.Campaign.Profile.Marketplace.MoneyDecimals == 0 ? bid : bid * 100;
        _target = target;
    }

    /// <summary>The impressions of a day of which nothing else is known.</summary>
    public double ImpressionsPerDay { get; }

    /// <summary>Clicks for each impression.</summary>
    public double ClickRate { get; }

    /// <summary>Orders within 30 days for each click.</summary>
    public double ConversionRate { get; }

    public decimal BidMinor { get; }

    /// <summary>Made when it is first wanted: there are many targets, and few reports of search terms.</summary>
    public SlotShares SearchTerms => field ??= SlotShares.Two(0.5 + (0.35 * _target.Dice.For("search terms").Unit()));

    public static TargetTraits Of(SimulatedTarget target) => new(target);

    /// <summary>The conversion rate of a day.</summary>
    public double ConversionRateOn(double factor) => Math.Min(Rates.Highest, ConversionRate * factor);
}
