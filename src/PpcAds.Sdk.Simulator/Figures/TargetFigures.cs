using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Figures;

/// <summary>
/// The figures of one target on one day as of a later day: a pure function, so that any report, and the truth to compare it with,
/// can be computed at any time.
/// </summary>
internal static class TargetFigures
{
    /// <summary>
    /// Amazon counts shoppers who are new to the brand within 14 days: the third of <see cref="Metrics.Windows"/>.
    /// </summary>
    private const int NewToBrandWindow = 2;

    private static readonly DateOnly Anchor = new(2025, 1, 1);

    // Monday first: a shop that sells on weekends.
    private static readonly double[] Season = [0.95, 0.9, 0.92, 0.98, 1.05, 1.2, 1.15];

    /// <summary>The figures, or null when there was no activity, or none is left of it.</summary>
    /// <param name="target">The target.</param>
    /// <param name="day">The day of the ad interaction, in the profile's time zone.</param>
    /// <param name="seenOn">The day on which one looks, in the same time zone.</param>
    public static Metrics? On(SimulatedTarget target, DateOnly day, DateOnly seenOn)
    {
        int age = seenOn.DayNumber - day.DayNumber;
        if (age < 0 || !target.RunsOn(day))
        {
            return null;
        }

        Dice dice = target.Dice.For("day").For(day.DayNumber);
        long impressions = GrossImpressions(target, day, dice);
        if (impressions == 0)
        {
            return null;
        }

        // Invalid traffic is taken out within days; small rows may be nothing else, and vanish.
        bool invalidated = age >= (int)dice.For("invalid day").Between(2, 4);
        if (invalidated && impressions < 40 && dice.For("vanish").Chance(0.06))
        {
            return null;
        }

        Dice rate = dice.For("click rate");
        long clicks = RoundByChance(impressions * (0.004 + (0.03 * rate.Unit())), dice.For("clicks"));
        if (invalidated && dice.For("invalid").Chance(0.15))
        {
            impressions -= impressions / 40;
            clicks -= clicks > 1 ? 1 : 0;
        }

        clicks = Math.Min(clicks, impressions);
        var metrics = new Metrics { Impressions = impressions, Clicks = clicks, CostMinor = clicks * ClickPrice(target, dice) };
        AddConversions(metrics, target, dice, clicks, age);
        metrics.Read = BookFigures.After(target.AdGroup.Campaign, dice.For("books"), clicks, 0.1, age);
        return metrics;
    }

    private static long GrossImpressions(SimulatedTarget target, DateOnly day, Dice dice)
    {
        double size = 60 * Math.Pow(20, target.AdGroup.Campaign.Dice.For("size").Unit());
        double trend = 1 + (0.0008 * (day.DayNumber - Anchor.DayNumber));
        double season = Season[((int)day.DayOfWeek + 6) % 7];
        double noise = 0.7 + (0.6 * dice.For("noise").Unit());
        return (long)(target.Weight * size * trend * season * noise);
    }

    /// <summary>A click costs between a third of the bid and all of it.</summary>
    private static long ClickPrice(SimulatedTarget target, Dice dice)
    {
        decimal bid = target.Bid ?? target.AdGroup.DefaultBid;
        decimal minor = target.AdGroup.Campaign.Profile.Marketplace.MoneyDecimals == 0 ? bid : bid * 100;
        return Math.Max(1, (long)(minor * (decimal)(0.34 + (0.66 * dice.For("price").Unit()))));
    }

    /// <summary>
    /// Every purchase comes some days after its click and counts from then on, in each window that it falls into; a few are
    /// given back weeks later. So each window grows while one waits, and a longer one never holds less than a shorter.
    /// </summary>
    private static void AddConversions(Metrics metrics, SimulatedTarget target, Dice dice, long clicks, int age)
    {
        long unitPrice = target.AdGroup.Campaign.Dice.For("unit price").Between(900, 4900);
        long purchases = RoundByChance(clicks * (0.05 + (0.1 * target.Dice.For("conversion").Unit())), dice.For("purchases"));
        for (long number = 0; number < purchases; number++)
        {
            Dice own = dice.For("purchase").For(number);
            int delay = Delay(own.For("delay").Unit());
            bool givenBack = age >= 32 && own.For("given back").Chance(0.02);
            if (delay > age || givenBack)
            {
                continue;
            }

            long units = own.For("units").Between(1, 3);
            bool sameSku = own.For("same").Chance(0.7);
            if (delay < Metrics.Windows[NewToBrandWindow] && own.For("new to brand").Chance(0.4))
            {
                Sold sold = new(1, units, units * unitPrice);
                metrics.NewToBrand += sold;
                metrics.SameSkuNewToBrand += sameSku ? sold : default;
            }

            for (int window = 0; window < Metrics.Windows.Length; window++)
            {
                if (delay < Metrics.Windows[window])
                {
                    metrics.Purchases[window]++;
                    metrics.Units[window] += units;
                    metrics.SalesMinor[window] += units * unitPrice;
                    metrics.SameSkuPurchases[window] += sameSku ? 1 : 0;
                    metrics.SameSkuUnits[window] += sameSku ? units : 0;
                    metrics.SameSkuSalesMinor[window] += sameSku ? units * unitPrice : 0;
                }
            }
        }
    }

    /// <summary>Days between click and purchase: most within a day, few after weeks.</summary>
    internal static int Delay(double unit) => unit switch
    {
        < 0.5 => 0,
        < 0.85 => 1 + (int)((unit - 0.5) / 0.35 * 6),
        < 0.95 => 7 + (int)((unit - 0.85) / 0.1 * 7),
        _ => 14 + (int)((unit - 0.95) / 0.05 * 16),
    };

    internal static long RoundByChance(double value, Dice dice)
    {
        long whole = (long)value;
        return whole + (dice.Chance(value - whole) ? 1 : 0);
    }
}
