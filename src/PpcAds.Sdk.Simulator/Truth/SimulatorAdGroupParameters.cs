using PpcAds.Sdk.Simulator.Demand;

namespace PpcAds.Sdk.Simulator;

/// <summary>How long shoppers take to buy the product of an ad group: a Weibull distribution, cut off after 30 days.</summary>
/// <param name="CampaignId">The campaign.</param>
/// <param name="AdGroupId">The ad group.</param>
/// <param name="DelayScaleDays">The scale of the time from click to purchase, in days.</param>
/// <param name="DelayShape">The shape; below 1, so that the curve is concave.</param>
/// <param name="ViewDelayScaleDays">The scale of the time from a view to the purchase; the shape is the same.</param>
public sealed record SimulatorAdGroupParameters(
    long CampaignId, long AdGroupId, double DelayScaleDays, double DelayShape, double ViewDelayScaleDays)
{
    /// <summary>
    /// Gets the share of the orders within 30 days that reports know at each age, from 0 to 30 days: the age of a day is how
    /// many days later the report was made.
    /// </summary>
    public IReadOnlyList<double> KnownByAge => [.. Enumerable.Range(0, 31).Select(age => GetShareKnown(age, 30))];

    /// <summary>Gets the share of the orders within an attribution window that reports know at an age.</summary>
    /// <param name="age">How many days after the day the report is made.</param>
    /// <param name="windowDays">1, 7, 14 or 30.</param>
    public double GetShareKnown(int age, int windowDays) =>
        new DelayCurve(DelayScaleDays, DelayShape).ShareKnown(age, windowDays);

    /// <summary>Gets the share of the orders within 30 days of the click that follow within some days.</summary>
    /// <param name="days">The days since the click.</param>
    public double GetShareWithin(double days) => new DelayCurve(DelayScaleDays, DelayShape).ShareWithin(days);
}
