using PpcAds.Sdk.Simulator.Demand;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Figures;

/// <summary>The figures of one target on one day: what was drawn, as far as it was paid for and is known by now.</summary>
internal static class TargetFigures
{
    /// <summary>
    /// Amazon counts shoppers who are new to the brand within 14 days: the third of <see cref="Metrics.Windows"/>.
    /// </summary>
    private const int NewToBrandWindow = 2;

    private const double ReaderShare = 0.1;
    private const double GivenBackShare = 0.02;
    private const int GivenBackAge = 32;

    // A thousand views cost as much as a few clicks.
    private const double ViewPriceFactor = 5;

    private static readonly long InvalidDayKey = Dice.KeyOf("invalid day");
    private static readonly long VanishKey = Dice.KeyOf("vanish");
    private static readonly long InvalidKey = Dice.KeyOf("invalid");
    private static readonly long CutKey = Dice.KeyOf("cut");
    private static readonly long SlotKey = Dice.KeyOf("slot");
    private static readonly long DelayKey = Dice.KeyOf("delay");
    private static readonly long GivenBackKey = Dice.KeyOf("given back");
    private static readonly long UnitsKey = Dice.KeyOf("units");
    private static readonly long SameKey = Dice.KeyOf("same");
    private static readonly long NewToBrandKey = Dice.KeyOf("new to brand");
    private static readonly long ReaderKey = Dice.KeyOf("reader");

    /// <summary>The figures, one for each part, or null when none is left of the activity.</summary>
    public static Metrics[]? On(in TargetDay drawn, Circumstances on, SlotShares shares)
    {
        // Invalid traffic is taken out within days; small rows may be nothing else, and vanish. It never bought anything.
        double conversionRate = drawn.Target.Traits.ConversionRateOn(on.ConversionFactor);
        bool invalidated = on.Age >= (int)drawn.Dice.For(InvalidDayKey).Between(2, 4);
        long last = LastClick(drawn, on, out long kept);
        long impressions = on.ShareOfDay >= 1 ? drawn.Impressions
            : on.PaysForViews ? (long)(drawn.Impressions * on.ShareOfDay)
            : Math.Max(kept, RoundByChance(drawn.Impressions * on.ShareOfDay, drawn.Dice.For(CutKey)));
        bool mayVanish = impressions < 40 && (kept == 0 || (kept == 1 && !drawn.DiceOf(last).Chance(conversionRate)));
        if (impressions == 0 || (invalidated && mayVanish && drawn.Dice.For(VanishKey).Chance(0.06)))
        {
            return null;
        }

        long invalidClick = kept > 1 && drawn.Dice.For(InvalidKey).Chance(0.15) ? last : -1;
        var parts = new Metrics[shares.Count];
        for (int slot = 0; slot < parts.Length; slot++)
        {
            parts[slot] = new Metrics();
        }

        for (long click = 0; click <= last; click++)
        {
            if (on.ShareOfDay >= 1 || drawn.TimeOf(click) < on.ShareOfDay)
            {
                bool isInvalid = click == invalidClick;
                AddClick(parts, drawn, on, shares, click, isInvalid ? 0 : conversionRate, isCounted: !(isInvalid && invalidated));
            }
        }

        AddTraffic(parts, drawn, on, shares, impressions - (invalidated && invalidClick >= 0 ? impressions / 40 : 0));
        if (on.CountsViews)
        {
            ViewedTargetFigures.AddViews(parts, drawn, on, shares, impressions);
        }

        return parts;
    }

    /// <summary>What a view costs, in the currency's smallest unit.</summary>
    public static double ViewPrice(in TargetDay drawn, double eventPrice) =>
        (double)drawn.Target.Traits.BidMinor * ViewPriceFactor * Math.Min(1.5, eventPrice) / 1000;

    public static long UnitsOf(Dice own) => own.For(UnitsKey).Unit() switch
    {
        < 0.82 => 1,
        < 0.95 => 2,
        _ => 3,
    };

    /// <summary>Whether a purchase that came so long after the ad is known, and was not given back.</summary>
    public static bool IsKnown(double delayDays, int age, Dice own) =>
        delayDays < DelayCurve.ReachOf(age) && !(age >= GivenBackAge && own.For(GivenBackKey).Chance(GivenBackShare));

    internal static long RoundByChance(double value, Dice dice)
    {
        long whole = (long)value;
        return whole + (dice.Chance(value - whole) ? 1 : 0);
    }

    /// <summary>The last click that the budget was enough for, or -1; and how many there were.</summary>
    private static long LastClick(in TargetDay drawn, Circumstances on, out long kept)
    {
        kept = drawn.Clicks;
        if (on.ShareOfDay >= 1)
        {
            return drawn.Clicks - 1;
        }

        kept = 0;
        long last = -1;
        for (long click = 0; click < drawn.Clicks; click++)
        {
            if (drawn.TimeOf(click) < on.ShareOfDay)
            {
                (last, kept) = (click, kept + 1);
            }
        }

        return last;
    }

    private static void AddClick(
        Metrics[] parts,
        in TargetDay drawn,
        Circumstances on,
        SlotShares shares,
        long click,
        double conversionRate,
        bool isCounted)
    {
        Dice own = drawn.DiceOf(click);
        bool sells = own.Chance(conversionRate);
        Metrics part = parts[shares.SlotAt(own.For(SlotKey), sells)];
        part.Clicks += isCounted ? 1 : 0;
        if (sells)
        {
            AddSale(part, drawn.Target, on, own);
        }

        // An invalid click reads as little as it buys.
        if (conversionRate > 0 && on.Traits.AdvertisesBooks && own.For(ReaderKey).Chance(ReaderShare))
        {
            part.Read += BookFigures.Read(own.For(ReaderKey), drawn.Target.AdGroup.Traits.Delay, on.Age);
        }
    }

    /// <summary>Adds impressions, at least as many as clicks, and what the clicks cost.</summary>
    private static void AddTraffic(
        Metrics[] parts, in TargetDay drawn, Circumstances on, SlotShares shares, long impressions)
    {
        long price = drawn.PriceAt(on.EventPrice);
        long rest = impressions;
        foreach (Metrics part in parts)
        {
            part.CostMinor = part.Clicks * price;
            rest -= part.Clicks;
        }

        rest = Math.Max(0, rest);
        long left = rest;
        for (int slot = parts.Length - 1; slot >= 0; slot--)
        {
            long more = slot == 0 ? left : (long)(rest * shares.Impressions[slot]);
            parts[slot].Impressions = parts[slot].Clicks + more;
            left -= more;
        }
    }

    /// <summary>
    /// A purchase comes some time after its click, and counts from then on, in each window that it falls into; a few are
    /// given back weeks later. So each window grows while one waits, and a longer one never holds less than a shorter.
    /// </summary>
    private static void AddSale(Metrics metrics, SimulatedTarget target, Circumstances on, Dice own)
    {
        double delay = target.AdGroup.Traits.Delay.DaysAt(own.For(DelayKey).Unit());
        if (!IsKnown(delay, on.Age, own))
        {
            return;
        }

        long units = UnitsOf(own);
        var sold = new Sold(1, units, units * on.Traits.UnitPriceMinor);
        bool sameSku = own.For(SameKey).Chance(0.7);
        if (delay < Metrics.Windows[NewToBrandWindow] && own.For(NewToBrandKey).Chance(0.4))
        {
            metrics.NewToBrand += sold;
            metrics.SameSkuNewToBrand += sameSku ? sold : default;
        }

        for (int window = 0; window < Metrics.Windows.Length; window++)
        {
            if (delay < Metrics.Windows[window])
            {
                metrics.Add(window, sold, sameSku);
            }
        }
    }
}
