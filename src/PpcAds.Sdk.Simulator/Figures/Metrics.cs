namespace PpcAds.Sdk.Simulator.Figures;

/// <summary>The figures of one row, exact: money in the currency's smallest unit, conversions by attribution window.</summary>
internal sealed class Metrics
{
    /// <summary>The attribution windows in days.</summary>
    public static readonly int[] Windows = [1, 7, 14, 30];

    private ByWindow _purchases;
    private ByWindow _units;
    private ByWindow _salesMinor;
    private ByWindow _sameSkuPurchases;
    private ByWindow _sameSkuUnits;
    private ByWindow _sameSkuSalesMinor;

    public long Impressions { get; set; }

    public long Clicks { get; set; }

    public long CostMinor { get; set; }

    public ref ByWindow Purchases => ref _purchases;

    public ref ByWindow Units => ref _units;

    public ref ByWindow SalesMinor => ref _salesMinor;

    public ref ByWindow SameSkuPurchases => ref _sameSkuPurchases;

    public ref ByWindow SameSkuUnits => ref _sameSkuUnits;

    public ref ByWindow SameSkuSalesMinor => ref _sameSkuSalesMinor;

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

    public bool HasActivity => Impressions > 0 || Clicks > 0 || HasUnits() || ViewUnits > 0;

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
        for (int window = 0; window < Windows.Length; window++)
        {
            Purchases[window] += other.Purchases[window];
            Units[window] += other.Units[window];
            SalesMinor[window] += other.SalesMinor[window];
            SameSkuPurchases[window] += other.SameSkuPurchases[window];
            SameSkuUnits[window] += other.SameSkuUnits[window];
            SameSkuSalesMinor[window] += other.SameSkuSalesMinor[window];
        }
    }

    /// <summary>Adds what was sold within one of the windows.</summary>
    public void Add(int window, Sold sold, bool sameSku)
    {
        Purchases[window] += sold.Purchases;
        Units[window] += sold.Units;
        SalesMinor[window] += sold.SalesMinor;
        if (sameSku)
        {
            SameSkuPurchases[window] += sold.Purchases;
            SameSkuUnits[window] += sold.Units;
            SameSkuSalesMinor[window] += sold.SalesMinor;
        }
    }

    public bool IsSameAs(Metrics other) =>
        (Impressions, Clicks, CostMinor) == (other.Impressions, other.Clicks, other.CostMinor)
        && (ViewableImpressions, ViewPurchases, ViewUnits, ViewSalesMinor)
            == (other.ViewableImpressions, other.ViewPurchases, other.ViewUnits, other.ViewSalesMinor)
        && (NewToBrand, SameSkuNewToBrand, ViewNewToBrand)
            == (other.NewToBrand, other.SameSkuNewToBrand, other.ViewNewToBrand)
        && (Read, ViewRead) == (other.Read, other.ViewRead)
        && AreSame(_purchases, other._purchases)
        && AreSame(_units, other._units)
        && AreSame(_salesMinor, other._salesMinor)
        && AreSame(_sameSkuPurchases, other._sameSkuPurchases)
        && AreSame(_sameSkuUnits, other._sameSkuUnits)
        && AreSame(_sameSkuSalesMinor, other._sameSkuSalesMinor);

    private static bool AreSame(ReadOnlySpan<long> mine, ReadOnlySpan<long> others) => mine.SequenceEqual(others);

    private bool HasUnits()
    {
        ReadOnlySpan<long> units = _units;
        return units.ContainsAnyExcept(0);
    }
}
