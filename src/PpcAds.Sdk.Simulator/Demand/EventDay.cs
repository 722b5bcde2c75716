using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Demand;

/// <summary>
/// The one day of deals in the year: the second Tuesday in February, which lies well within what every report keeps at the
/// simulator's default date. Shoppers look around the day before, and have bought the day after.
/// </summary>
/// <param name="Traffic">The factor of impressions on the day.</param>
/// <param name="Conversion">The factor of the conversion rate on the day.</param>
/// <param name="Price">The factor of the price of a click on the day.</param>
internal readonly record struct EventDay(double Traffic, double Conversion, double Price)
{
    private const double ConversionBefore = 0.87;
    private const double TrafficAfter = 0.95;
    private const double ConversionAfter = 0.93;

    private static readonly EventDay None = new(1, 1, 1);

    public static DateOnly In(int year)
    {
        var first = new DateOnly(year, 2, 1);
        return first.AddDays(((DayOfWeek.Tuesday - first.DayOfWeek + 7) % 7) + 7);
    }

    public static bool IsOn(DateOnly day) => day == In(day.Year);

    /// <summary>What the day does to one campaign: some gain little, some more than double.</summary>
    public static EventDay Of(Dice dice) => new(
        1.5 + (1.3 * dice.For("traffic").Unit()),
        1.05 + (0.25 * dice.For("conversion").Unit()),
        1.1 + (0.3 * dice.For("price").Unit()));

    /// <summary>The factors on any day: 1 but around the event.</summary>
    public EventDay On(DateOnly day) => (day.DayNumber - In(day.Year).DayNumber) switch
    {
        0 => this,
        -1 => None with { Conversion = ConversionBefore },
        1 => None with { Traffic = TrafficAfter, Conversion = ConversionAfter },
        _ => None,
    };
}
