using PpcAds.Sdk.Simulator.Demand;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Figures;

/// <summary>
/// What targets of Sponsored Brands and Display have besides: views, and for campaigns that pay for views their price and the
/// sales that came after a view alone.
/// </summary>
internal static class ViewedTargetFigures
{
    private const int WindowDays = 14;
    private const double PurchaseShare = 0.001;
    private const double ReaderShare = 0.0008;

    private static readonly long PurchasesKey = Dice.KeyOf("view purchases");
    private static readonly long ReadersKey = Dice.KeyOf("view readers");
    private static readonly long SlotKey = Dice.KeyOf("slot");
    private static readonly long DelayKey = Dice.KeyOf("delay");
    private static readonly long NewToBrandKey = Dice.KeyOf("new to brand");

    /// <summary>Adds them to the parts of one target on one day.</summary>
    /// <param name="parts">With impressions and clicks.</param>
    /// <param name="drawn">What was drawn for the day.</param>
    /// <param name="on">The day's circumstances.</param>
    /// <param name="shares">What the parts are.</param>
    /// <param name="paidImpressions">The impressions before the invalid ones were taken out.</param>
    public static void AddViews(
        Metrics[] parts, in TargetDay drawn, Circumstances on, SlotShares shares, long paidImpressions)
    {
        long impressions = 0;
        foreach (Metrics part in parts)
        {
            impressions += part.Impressions;
        }

        long seen = drawn.ViewableOf(impressions);
        Divide(parts, impressions, seen);
        if (on.PaysForViews)
        {
            DivideCost(parts, seen, (long)(seen * TargetFigures.ViewPrice(drawn, on.EventPrice)));
            long viewable = drawn.ViewableOf(paidImpressions);
            AddSales(parts, drawn, on, shares, viewable * PurchaseShare * on.ConversionFactor);
            AddReading(parts, drawn, on, shares, viewable);
        }
    }

    /// <summary>Each part has its share of the views, none more than impressions, and the sum is the whole.</summary>
    private static void Divide(Metrics[] parts, long impressions, long viewable)
    {
        long left = viewable;
        foreach (Metrics part in parts)
        {
            part.ViewableImpressions = impressions == 0 ? 0 : viewable * part.Impressions / impressions;
            left -= part.ViewableImpressions;
        }

        foreach (Metrics part in parts)
        {
            long more = Math.Min(left, part.Impressions - part.ViewableImpressions);
            part.ViewableImpressions += more;
            left -= more;
        }
    }

    /// <summary>Each part has the cost of its views, and the sum is the whole.</summary>
    private static void DivideCost(Metrics[] parts, long views, long cost)
    {
        long left = cost;
        foreach (Metrics part in parts)
        {
            part.CostMinor = views == 0 ? 0 : cost * part.ViewableImpressions / views;
            left -= part.CostMinor;
        }

        parts[0].CostMinor += left;
    }

    private static void AddSales(Metrics[] parts, in TargetDay drawn, Circumstances on, SlotShares shares, double expected)
    {
        Dice dice = drawn.Dice.For(PurchasesKey);
        long purchases = dice.Poisson(expected);
        for (long number = 0; number < purchases; number++)
        {
            Dice own = dice.For(number);
            double delay = drawn.Target.AdGroup.Traits.DelayAfterViews.DaysAt(own.For(DelayKey).Unit());
            if (delay < WindowDays && TargetFigures.IsKnown(delay, on.Age, own))
            {
                Metrics part = parts[shares.SlotAt(own.For(SlotKey), sells: true)];
                long units = TargetFigures.UnitsOf(own);
                var sold = new Sold(1, units, units * on.Traits.UnitPriceMinor);
                part.ViewPurchases++;
                part.ViewUnits += units;
                part.ViewSalesMinor += sold.SalesMinor;
                part.ViewNewToBrand += own.For(NewToBrandKey).Chance(0.5) ? sold : default;
            }
        }
    }

    private static void AddReading(Metrics[] parts, in TargetDay drawn, Circumstances on, SlotShares shares, long viewable)
    {
        if (!on.Traits.AdvertisesBooks)
        {
            return;
        }

        Dice dice = drawn.Dice.For(ReadersKey);
        long readers = dice.Poisson(viewable * ReaderShare);
        for (long number = 0; number < readers; number++)
        {
            Dice own = dice.For(number);
            parts[shares.SlotAt(own.For(SlotKey), sells: false)].ViewRead +=
                BookFigures.Read(own, drawn.Target.AdGroup.Traits.DelayAfterViews, on.Age);
        }
    }
}
