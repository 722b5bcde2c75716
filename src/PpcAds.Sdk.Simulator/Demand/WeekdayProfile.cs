using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Demand;

/// <summary>How traffic and conversions go up and down in a week: seven factors, Monday first, 1 on average.</summary>
internal static class WeekdayProfile
{
    private const double WobbleDeviation = 0.04;

    // What is bought at leisure, what is bought for work, and what is bought on any day.
    private static readonly double[] Leisure = [0.93, 0.89, 0.91, 0.96, 1.02, 1.16, 1.13];
    private static readonly double[] Work = [1.12, 1.13, 1.1, 1.07, 0.98, 0.77, 0.83];
    private static readonly double[] Even = [1.02, 1, 1, 0.99, 0.98, 0.98, 1.03];

    /// <summary>The profile of a campaign: mostly one kind, mixed with the even one, and a little of its own.</summary>
    public static double[] OfTraffic(Dice dice)
    {
        double kind = dice.For("kind").Unit();
        double[] main = kind < 0.5 ? Leisure : kind < 0.75 ? Work : Even;
        double share = 0.6 + (0.4 * dice.For("share").Unit());
        return Normalize(weekday => ((share * main[weekday]) + ((1 - share) * Even[weekday]))
            * dice.For("wobble").For(weekday).Spread(WobbleDeviation));
    }

    /// <summary>Busy days may convert better or worse: a power of the traffic's factors, another for each campaign.</summary>
    public static double[] OfConversions(double[] traffic, Dice dice)
    {
        double power = -0.3 + (0.8 * dice.For("power").Unit());
        return Normalize(weekday => Math.Pow(traffic[weekday], power));
    }

    public static int IndexOf(DateOnly day) => ((int)day.DayOfWeek + 6) % 7;

    private static double[] Normalize(Func<int, double> factorOf)
    {
        double[] factors = [.. Enumerable.Range(0, 7).Select(factorOf)];
        double mean = factors.Average();
        return [.. factors.Select(factor => factor / mean)];
    }
}
