namespace PpcAds.Sdk.Reading;

/// <summary>What holds for each <see cref="PerformanceColumn"/>.</summary>
public static class PerformanceColumns
{
    private const decimal Micros = 1_000_000m;

    /// <summary>Returns a value that indicates whether a column is a rate, a quotient of two others.</summary>
    /// <param name="column">The column.</param>
    public static bool IsRate(this PerformanceColumn column) => column >= PerformanceColumn.Ctr;

    /// <summary>
    /// Gets the value of a column: money in units of the currency, a rate as a fraction; <see langword="null"/> for a rate
    /// without divisor, and for the name.
    /// </summary>
    /// <param name="column">The column.</param>
    /// <param name="sums">The sums of a row.</param>
    public static decimal? ValueOf(this PerformanceColumn column, PerformanceSums sums)
    {
        ArgumentNullException.ThrowIfNull(sums);
        return column switch
        {
            PerformanceColumn.Cost => sums.Cost,
            PerformanceColumn.Sales => sums.Sales,
            PerformanceColumn.Orders => sums.Orders,
            PerformanceColumn.Units => sums.Units,
            PerformanceColumn.Clicks => sums.Clicks,
            PerformanceColumn.Impressions => sums.Impressions,
            PerformanceColumn.Ctr => sums.Ctr,
            PerformanceColumn.Cpc => sums.Cpc,
            PerformanceColumn.Cvr => sums.Cvr,
            PerformanceColumn.Acos => sums.Acos,
            PerformanceColumn.Roas => sums.Roas,
            _ => null,
        };
    }

    /// <summary>
    /// Gets what rows are sorted by: doubles of whole millionths, whose quotients are the same in every database.
    /// </summary>
    internal static double? SortValue(PerformanceColumn column, PerformanceSums sums) => column switch
    {
        PerformanceColumn.Cost => (double)(sums.Cost * Micros),
        PerformanceColumn.Sales => (double)(sums.Sales * Micros),
        PerformanceColumn.Ctr => Quotient(sums.Clicks, sums.Impressions),
        PerformanceColumn.Cpc => Quotient(sums.Cost * Micros, sums.Clicks),
        PerformanceColumn.Cvr => Quotient(sums.Orders, sums.Clicks),
        PerformanceColumn.Acos => Quotient(sums.Cost * Micros, sums.Sales * Micros),
        PerformanceColumn.Roas => Quotient(sums.Sales * Micros, sums.Cost * Micros),
        _ => (double?)column.ValueOf(sums),
    };

    private static double? Quotient(decimal dividend, decimal divisor) =>
        divisor == 0 ? null : (double)dividend / (double)divisor;
}
