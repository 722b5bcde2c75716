namespace PpcAds.Sdk.Simulator.Demand;

/// <summary>
/// The time from a click, or a view, to the purchase: a Weibull distribution, cut off after the longest attribution window. With
/// a shape below 1 it is concave: most come at first, and ever fewer later.
/// </summary>
internal sealed class DelayCurve
{
    private const int LongestDays = 30;

    // A day that is not over has the purchases of a few hours.
    private const double ReachOfToday = 0.25;

    private readonly double _total;

    public DelayCurve(double scaleDays, double shape)
    {
        ScaleDays = scaleDays;
        Shape = shape;
        _total = Uncut(LongestDays);
    }

    public double ScaleDays { get; }

    public double Shape { get; }

    /// <summary>How long ago a purchase must have followed to be known, for a day that was so many days ago.</summary>
    public static double ReachOf(int age) => age <= 0 ? ReachOfToday : age;

    /// <summary>The share of all purchases of 30 days that follow within some days.</summary>
    public double ShareWithin(double days) => days <= 0 ? 0 : days >= LongestDays ? 1 : Uncut(days) / _total;

    /// <summary>The share of the purchases of an attribution window that is known at an age.</summary>
    public double ShareKnown(int age, int windowDays) =>
        age < 0 ? 0 : ShareWithin(Math.Min(ReachOf(age), windowDays)) / ShareWithin(windowDays);

    /// <summary>The days within which a share of the purchases follows: for even dice, the delay of one.</summary>
    public double DaysAt(double share) => ScaleDays * Math.Pow(-Math.Log(1 - (share * _total)), 1 / Shape);

    private double Uncut(double days) => 1 - Math.Exp(-Math.Pow(days / ScaleDays, Shape));
}
