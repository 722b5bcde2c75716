namespace PpcAds.Sdk.Simulator.Figures;

/// <summary>The figures of one row, exact: money in the currency's smallest unit, conversions by attribution window.</summary>
internal sealed class Metrics
{
    /// <summary>The attribution windows in days.</summary>
    public static readonly int[] Windows = [1, 7, 14, 30];

    public long Impressions { get; set; }

    public long Clicks { get; set; }

    public long CostMinor { get; set; }

    public long[] Purchases { get; } = new long[4];

    public long[] Units { get; } = new long[4];

    public long[] SalesMinor { get; } = new long[4];

    public long[] SameSkuPurchases { get; } = new long[4];

    public long[] SameSkuUnits { get; } = new long[4];

    public long[] SameSkuSalesMinor { get; } = new long[4];

    /// <summary>Impressions that were seen; Sponsored Brands and Display count them apart.</summary>
    public long ViewableImpressions { get; set; }

    /// <summary>
    /// Purchases after a view without a click, within 14 days. Of Sponsored Brands and Display only, as those below.
    /// </summary>
    public long ViewPurchases { get; set; }

    public long ViewUnits { get; set; }

    public long ViewSalesMinor { get; set; }

    /// <summary>
    /// The purchases after a click, within 14 days, of shoppers who are new to the brand: part of <see cref="Purchases"/>.
    /// </summary>
    public Sold NewToBrand { get; set; }

    /// <summary>Those of the advertised product itself: part of <see cref="SameSkuPurchases"/>.</summary>
    public Sold SameSkuNewToBrand { get; set; }

    /// <summary>Those after a view without a click: part of <see cref="ViewPurchases"/>.</summary>
    public Sold ViewNewToBrand { get; set; }

    /// <summary>What was read of Kindle books after a click, within 14 days.</summary>
    public Reading Read { get; set; }

    /// <summary>What was read after a view without a click.</summary>
    public Reading ViewRead { get; set; }

    public bool HasActivity => Impressions > 0 || Clicks > 0 || Units.Any(units => units > 0) || ViewUnits > 0;

    public static Metrics Sum(IEnumerable<Metrics> parts)
    {
        var sum = new Metrics();
        foreach (Metrics part in parts)
        {
            sum.Add(part);
        }

        return sum;
    }

    public void Add(Metrics other)
    {
        Impressions += other.Impressions;
        Clicks += other.Clicks;
        CostMinor += other.CostMinor;
        ViewableImpressions += other.ViewableImpressions;
        ViewPurchases += other.ViewPurchases;
        ViewUnits += other.ViewUnits;
        ViewSalesMinor += other.ViewSalesMinor;
        NewToBrand += other.NewToBrand;
        SameSkuNewToBrand += other.SameSkuNewToBrand;
        ViewNewToBrand += other.ViewNewToBrand;
        Read += other.Read;
        ViewRead += other.ViewRead;
        foreach ((long[] mine, long[] others) in Conversions().Zip(other.Conversions()))
        {
            for (int window = 0; window < mine.Length; window++)
            {
                mine[window] += others[window];
            }
        }
    }

    /// <summary>
    /// Two parts whose sum is this. Halves are rounded up in the first, so that clicks stay within impressions in both.
    /// </summary>
    public (Metrics First, Metrics Second) Split()
    {
        var first = new Metrics { Impressions = (Impressions + 1) / 2, Clicks = (Clicks + 1) / 2 };
        var second = new Metrics { Impressions = Impressions / 2, Clicks = Clicks / 2 };
        second.CostMinor = Clicks == 0 ? 0 : CostMinor * second.Clicks / Clicks;
        first.CostMinor = CostMinor - second.CostMinor;
        second.ViewableImpressions = Math.Min(ViewableImpressions / 2, second.Impressions);
        first.ViewableImpressions = ViewableImpressions - second.ViewableImpressions;
        (first.ViewPurchases, first.ViewUnits, first.ViewSalesMinor) = (ViewPurchases, ViewUnits, ViewSalesMinor);
        (first.NewToBrand, first.SameSkuNewToBrand, first.ViewNewToBrand) = (NewToBrand, SameSkuNewToBrand, ViewNewToBrand);
        (first.Read, first.ViewRead) = (Read, ViewRead);
        foreach ((long[] part, long[] whole) in first.Conversions().Zip(Conversions()))
        {
            whole.CopyTo(part, 0);
        }

        return (first, second);
    }

    public bool IsSameAs(Metrics other) =>
        (Impressions, Clicks, CostMinor) == (other.Impressions, other.Clicks, other.CostMinor)
        && (ViewableImpressions, ViewPurchases, ViewUnits, ViewSalesMinor)
            == (other.ViewableImpressions, other.ViewPurchases, other.ViewUnits, other.ViewSalesMinor)
        && (NewToBrand, SameSkuNewToBrand, ViewNewToBrand)
            == (other.NewToBrand, other.SameSkuNewToBrand, other.ViewNewToBrand)
        && (Read, ViewRead) == (other.Read, other.ViewRead)
        && Conversions().Zip(other.Conversions()).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));

    private IEnumerable<long[]> Conversions() =>
        [Purchases, Units, SalesMinor, SameSkuPurchases, SameSkuUnits, SameSkuSalesMinor];
}
