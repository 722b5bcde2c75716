using PpcAds.Sdk.Simulator.Demand;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Figures;

/// <summary>
/// What shoppers see and click of one target on one day if money is no object: drawn once, the same whenever one looks and
/// whatever one looks for.
/// </summary>
internal readonly struct TargetDay
{
    private const double TrafficDeviation = 0.3;
    private const double ClickRateDeviation = 0.15;

    private static readonly long DayKey = Dice.KeyOf("day");
    private static readonly long TrafficKey = Dice.KeyOf("traffic");
    private static readonly long ImpressionsKey = Dice.KeyOf("impressions");
    private static readonly long RateKey = Dice.KeyOf("rate");
    private static readonly long ClicksKey = Dice.KeyOf("clicks");
    private static readonly long PriceKey = Dice.KeyOf("price");
    private static readonly long ClickKey = Dice.KeyOf("click");
    private static readonly long TimeKey = Dice.KeyOf("time");
    private static readonly long ViewableKey = Dice.KeyOf("viewable");

    private readonly Dice _clicks;

    private TargetDay(SimulatedTarget target, DateOnly day, double traffic)
    {
        Target = target;
        TargetTraits traits = target.Traits;
        Dice = target.Dice.For(DayKey).For(day.DayNumber);
        double expected = traits.ImpressionsPerDay * traffic * Dice.For(TrafficKey).Spread(TrafficDeviation);
        Impressions = Dice.For(ImpressionsKey).Poisson(expected);
        if (Impressions > 0)
        {
            double rate = traits.ClickRate * Dice.For(RateKey).Spread(ClickRateDeviation);
            Clicks = Math.Min(Impressions, Dice.For(ClicksKey).Poisson(Impressions * rate));
            _clicks = Dice.For(ClickKey);
        }
    }

    public SimulatedTarget Target { get; }

    /// <summary>Those of the target and the day.</summary>
    public Dice Dice { get; }

    public long Impressions { get; }

    public long Clicks { get; }

    /// <param name="target">The target, which runs on the day.</param>
    /// <param name="day">The day.</param>
    /// <param name="traffic">The factor of the day's impressions that is the campaign's.</param>
    public static TargetDay Of(SimulatedTarget target, DateOnly day, double traffic) => new(target, day, traffic);

    /// <summary>Those of one click.</summary>
    public Dice DiceOf(long click) => _clicks.For(click);

    /// <summary>When on the day a click comes: from 0 to below 1.</summary>
    public double TimeOf(long click) => DiceOf(click).For(TimeKey).Unit();

    /// <summary>What a click costs: between a third of the bid and all of it, more on an event day but never more.</summary>
    public long PriceAt(double eventPrice)
    {
        double share = Math.Min(1, (0.34 + (0.66 * Dice.For(PriceKey).Unit())) * eventPrice);
        return Math.Max(1, (long)(Target.Traits.BidMinor * (decimal)share));
    }

    /// <summary>How many of some impressions were seen.</summary>
    public long ViewableOf(long impressions) => (long)(impressions * (0.4 + (0.4 * Dice.For(ViewableKey).Unit())));
}
