using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Figures;

/// <summary>
/// The figures of one target of Sponsored Brands or Display: those of any target, views, and for campaigns that pay for views
/// their price and the sales that came after a view alone.
/// </summary>
internal static class ViewedTargetFigures
{
    private const int WindowDays = 14;

    // A thousand views cost as much as a few clicks.
    private const int ViewPriceFactor = 5;

    /// <inheritdoc cref="TargetFigures.On"/>
    public static Metrics? On(SimulatedTarget target, DateOnly day, DateOnly seenOn)
    {
        if (TargetFigures.On(target, day, seenOn) is not { } metrics)
        {
            return null;
        }

        Dice dice = target.Dice.For("views").For(day.DayNumber);
        metrics.ViewableImpressions = (long)(metrics.Impressions * (0.4 + (0.4 * dice.For("share").Unit())));
        if (target.AdGroup.Campaign.PaysForViews)
        {
            decimal bid = target.Bid ?? target.AdGroup.DefaultBid;
            decimal minor = target.AdGroup.Campaign.Profile.Marketplace.MoneyDecimals == 0 ? bid : bid * 100;
            metrics.CostMinor = (long)(metrics.ViewableImpressions * minor * ViewPriceFactor / 1000);
            int age = seenOn.DayNumber - day.DayNumber;
            AddSalesAfterViews(metrics, target, dice, age);
            metrics.ViewRead = BookFigures.After(
                target.AdGroup.Campaign, dice.For("books"), metrics.ViewableImpressions, 0.003, age);
        }

        return metrics;
    }

    private static void AddSalesAfterViews(Metrics metrics, SimulatedTarget target, Dice dice, int age)
    {
        long unitPrice = target.AdGroup.Campaign.Dice.For("unit price").Between(900, 4900);
        long purchases = TargetFigures.RoundByChance(metrics.ViewableImpressions * 0.004, dice.For("purchases"));
        for (long number = 0; number < purchases; number++)
        {
            Dice own = dice.For("purchase").For(number);
            int delay = TargetFigures.Delay(own.For("delay").Unit());
            bool givenBack = age >= 32 && own.For("given back").Chance(0.02);
            if (delay <= age && delay < WindowDays && !givenBack)
            {
                long units = own.For("units").Between(1, 3);
                metrics.ViewPurchases++;
                metrics.ViewUnits += units;
                metrics.ViewSalesMinor += units * unitPrice;
                metrics.ViewNewToBrand += own.For("new to brand").Chance(0.5) ? new Sold(1, units, units * unitPrice) : default;
            }
        }
    }
}
