namespace PpcAds.Sdk.Dashboard.Components.Charts;

/// <summary>An axis that begins at 0 and ends at a round step.</summary>
/// <param name="Step">The distance of two lines.</param>
/// <param name="Steps">How many there are.</param>
internal readonly record struct ChartScale(decimal Step, int Steps)
{
    private const int MostSteps = 4;

    private static readonly decimal[] Factors = [0.1m, 0.2m, 0.25m, 0.5m, 1m, 2m, 2.5m, 5m];

    public decimal Top => Step * Steps;

    /// <summary>The axis for values up to a largest one: 2 to 4 steps of 1, 2, 2.5 or 5 times a power of ten.</summary>
    public static ChartScale For(decimal largest)
    {
        if (largest <= 0)
        {
            return new ChartScale(1, 2);
        }

        decimal power = 1;
        while (power * 10 <= largest)
        {
            power *= 10;
        }

        while (power > largest)
        {
            power /= 10;
        }

        decimal step = Factors.Select(factor => factor * power).First(one => one * MostSteps >= largest);
        return new ChartScale(step, Math.Max(2, (int)Math.Ceiling(largest / step)));
    }
}
