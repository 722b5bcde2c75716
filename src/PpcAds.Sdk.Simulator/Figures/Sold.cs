namespace PpcAds.Sdk.Simulator.Figures;

/// <summary>Some of the sales of a row, exact: money in the currency's smallest unit.</summary>
internal readonly record struct Sold(long Purchases, long Units, long SalesMinor)
{
    public static Sold operator +(Sold left, Sold right) =>
        new(left.Purchases + right.Purchases, left.Units + right.Units, left.SalesMinor + right.SalesMinor);

    public static Sold operator -(Sold left, Sold right) =>
        new(left.Purchases - right.Purchases, left.Units - right.Units, left.SalesMinor - right.SalesMinor);
}
