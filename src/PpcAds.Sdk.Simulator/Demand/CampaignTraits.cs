using PpcAds.Sdk.Simulator.Figures;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Demand;

/// <summary>What is always so about one campaign, and what its days are like.</summary>
internal sealed class CampaignTraits
{
    private const double ShockDeviation = 0.12;
    private static readonly DateOnly Anchor = new(2025, 1, 1);
    private static readonly long ShockKey = Dice.KeyOf("shock");

    private readonly Dice _dice;

    private CampaignTraits(SimulatedCampaign campaign)
    {
        _dice = campaign.Dice;
        Product = ProductTraits.Of(campaign.Product);
        ImpressionsPerDay = 240 * Math.Pow(20, _dice.For("size").Unit());
        ClickRate = Rates.ClickRateOf(campaign) * _dice.For("click rate").Spread(Rates.CampaignClickDeviation);
        ConversionRate = Rates.ConversionRateOf(campaign)
            * _dice.For("conversion rate").Spread(Rates.CampaignConversionDeviation);
        WeekdayTraffic = WeekdayProfile.OfTraffic(_dice.For("weekdays"));
        WeekdayConversion = WeekdayProfile.OfConversions(WeekdayTraffic, _dice.For("weekdays"));
        DailyGrowth = -0.0005 + (0.0018 * _dice.For("growth").Unit());
        Event = EventDay.Of(_dice.For("event"));
        UnitPriceMinor = _dice.For("unit price").Between(900, 4900);
        BudgetMinor = (long)(campaign.Budget * (campaign.Profile.Marketplace.MoneyDecimals == 0 ? 1 : 100));
        Placements = PlacementsOf(campaign);
        AdvertisesBooks = BookFigures.AdvertisesBooks(campaign);
    }

    public ProductTraits Product { get; }

    /// <summary>The impressions of a target of weight 1 on the first of 2025, before the waves of week and year.</summary>
    public double ImpressionsPerDay { get; }

    public double ClickRate { get; }

    public double ConversionRate { get; }

    /// <summary>Monday first, 1 on average.</summary>
    public double[] WeekdayTraffic { get; }

    /// <inheritdoc cref="WeekdayTraffic"/>
    public double[] WeekdayConversion { get; }

    /// <summary>What a day adds to the impressions of the first of 2025, or takes from them.</summary>
    public double DailyGrowth { get; }

    public EventDay Event { get; }

    public long UnitPriceMinor { get; }

    public long BudgetMinor { get; }

    /// <summary>Top of search, product pages, rest of search.</summary>
    public SlotShares Placements { get; }

    public bool AdvertisesBooks { get; }

    public static CampaignTraits Of(SimulatedCampaign campaign) => new(campaign);

    /// <summary>The slow growth or decline since the first of 2025.</summary>
    public double GrowthOn(DateOnly day)
    {
        double sum = Math.Abs(DailyGrowth) * Math.Max(0, day.DayNumber - Anchor.DayNumber);
        return DailyGrowth >= 0 ? 1 + sum : 1 / (1 + sum);
    }

    /// <summary>The factor of a day's impressions that is no accident: growth, week, year and event.</summary>
    public double TrafficOn(DateOnly day) => GrowthOn(day)
        * WeekdayTraffic[WeekdayProfile.IndexOf(day)]
        * Product.WaveOn(day)
        * Event.On(day).Traffic;

    /// <summary>The factor of a day's conversion rate: week and event.</summary>
    public double ConversionOn(DateOnly day) =>
        WeekdayConversion[WeekdayProfile.IndexOf(day)] * Event.On(day).Conversion;

    /// <summary>The accident of a day that all targets share.</summary>
    public double ShockOn(DateOnly day) => _dice.For(ShockKey).For(day.DayNumber).Spread(ShockDeviation);

    /// <summary>
    /// Most impressions are on product pages, most clicks at the top, the more so the higher the bid for it; and who searches
    /// buys more often than who is on the page of another product.
    /// </summary>
    private static SlotShares PlacementsOf(SimulatedCampaign campaign)
    {
        Dice own = campaign.Dice.For("placements");
        double top = 0.06 + (0.06 * own.For("top").Unit()) + (0.1 * Math.Max(0, campaign.TopOfSearchPercent ?? 0) / 900);
        double page = (1 - top) * (0.5 + (0.25 * own.For("page").Unit()));
        return new SlotShares(
            [top, page, 1 - top - page],
            [4 * own.For("top clicks").Spread(0.2), 0.6 * own.For("page clicks").Spread(0.2), 1],
            [1.25 * own.For("top sales").Spread(0.15), 0.75 * own.For("page sales").Spread(0.15), 1]);
    }
}
