using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Demand;

/// <summary>
/// What a campaign may spend on a day, in the currency's smallest unit. Budgets of Sponsored Products and Display are an average
/// over the month: up to a quarter more on one day is made up for on another. Those of Sponsored Brands bind on every day, and
/// a lifetime budget is spread evenly.
/// </summary>
internal static class DailyBudget
{
    /// <summary>How many days a lifetime budget is for.</summary>
    public const int LifetimeDays = 900;

    private const double LargestExcess = 0.25;

    /// <summary>The most that a campaign may spend on any day.</summary>
    public static long LargestOf(SimulatedCampaign campaign, long budgetMinor) => campaign.Brand is { } brand
        ? budgetMinor / (brand.BudgetType == "LIFETIME" ? LifetimeDays : 1)
        : (long)(budgetMinor * (1 + LargestExcess));

    /// <summary>What a campaign may spend on a day.</summary>
    public static long OfDay(SimulatedCampaign campaign, long budgetMinor, DateOnly day) => campaign.Brand is not null
        ? LargestOf(campaign, budgetMinor)
        : (long)(budgetMinor * (1 + Excess(campaign, day)));

    /// <summary>
    /// The days of a month come in pairs, and what one of them has more the other has less: so no month exceeds its days'
    /// budgets. A last day without another has the budget itself.
    /// </summary>
    private static double Excess(SimulatedCampaign campaign, DateOnly day)
    {
        int pair = (day.Day - 1) / 2;
        bool isFirst = day.Day % 2 == 1;
        DateOnly other = day.AddDays(isFirst ? 1 : -1);
        if (other.Month != day.Month)
        {
            return 0;
        }

        if (EventDay.IsOn(day) || EventDay.IsOn(other))
        {
            return EventDay.IsOn(day) ? LargestExcess : -LargestExcess;
        }

        double excess = LargestExcess
            * ((2 * campaign.Dice.For("budget excess").For((day.Year * 12) + day.Month).For(pair).Unit()) - 1);
        return isFirst ? excess : -excess;
    }
}
