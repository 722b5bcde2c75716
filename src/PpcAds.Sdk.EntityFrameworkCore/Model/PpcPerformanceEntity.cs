namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>
/// An entity that carries the sums of its daily rows, so that dashboards need no joins. Null: that grain is not loaded.
/// </summary>
public abstract class PpcPerformanceEntity : PpcEntity
{
    /// <summary>The first day that is loaded, in the profile's time zone.</summary>
    public DateOnly? PerformanceFrom { get; set; }

    /// <summary>The last day that is loaded, inclusive.</summary>
    public DateOnly? AsOf { get; set; }

    /// <summary>The currency of the amounts (ISO 4217).</summary>
    public string? Currency { get; set; }

    /// <summary>The window of sales, orders and units, in days.</summary>
    public int? AttributionDays { get; set; }

    /// <summary>Impressions since <see cref="PerformanceFrom"/>.</summary>
    public long? ImpressionsTotal { get; set; }

    /// <summary>Clicks since <see cref="PerformanceFrom"/>.</summary>
    public long? ClicksTotal { get; set; }

    /// <summary>Cost since <see cref="PerformanceFrom"/>.</summary>
    public decimal? CostTotal { get; set; }

    /// <summary>Sales since <see cref="PerformanceFrom"/>.</summary>
    public decimal? SalesTotal { get; set; }

    /// <summary>Orders since <see cref="PerformanceFrom"/>.</summary>
    public long? OrdersTotal { get; set; }

    /// <summary>Units since <see cref="PerformanceFrom"/>.</summary>
    public long? UnitsTotal { get; set; }

    /// <summary>
    /// Clicks per impression, since <see cref="PerformanceFrom"/>: a fraction, null when the divisor is 0. Made by the database.
    /// </summary>
    public double? CtrTotal { get; private set; }

    /// <summary>
    /// Cost per click, since <see cref="PerformanceFrom"/>: a fraction, null when the divisor is 0. Made by the database.
    /// </summary>
    public double? CpcTotal { get; private set; }

    /// <summary>
    /// Orders per click, since <see cref="PerformanceFrom"/>: a fraction, null when the divisor is 0. Made by the database.
    /// </summary>
    public double? CvrTotal { get; private set; }

    /// <summary>
    /// Cost per sales, since <see cref="PerformanceFrom"/>: a fraction, null when the divisor is 0. Made by the database.
    /// </summary>
    public double? AcosTotal { get; private set; }

    /// <summary>
    /// Sales per cost, since <see cref="PerformanceFrom"/>: a fraction, null when the divisor is 0. Made by the database.
    /// </summary>
    public double? RoasTotal { get; private set; }

    /// <summary>Impressions in the 30 days that end with <see cref="AsOf"/>.</summary>
    public long? Impressions30d { get; set; }

    /// <summary>Clicks in the 30 days that end with <see cref="AsOf"/>.</summary>
    public long? Clicks30d { get; set; }

    /// <summary>Cost in the 30 days that end with <see cref="AsOf"/>.</summary>
    public decimal? Cost30d { get; set; }

    /// <summary>Sales in the 30 days that end with <see cref="AsOf"/>.</summary>
    public decimal? Sales30d { get; set; }

    /// <summary>Orders in the 30 days that end with <see cref="AsOf"/>.</summary>
    public long? Orders30d { get; set; }

    /// <summary>Units in the 30 days that end with <see cref="AsOf"/>.</summary>
    public long? Units30d { get; set; }

    /// <summary>
    /// Clicks per impression, in the 30 days that end with <see cref="AsOf"/>: a fraction, null when the divisor is 0. Made by
    /// the database.
    /// </summary>
    public double? Ctr30d { get; private set; }

    /// <summary>
    /// Cost per click, in the 30 days that end with <see cref="AsOf"/>: a fraction, null when the divisor is 0. Made by the
    /// database.
    /// </summary>
    public double? Cpc30d { get; private set; }

    /// <summary>
    /// Orders per click, in the 30 days that end with <see cref="AsOf"/>: a fraction, null when the divisor is 0. Made by the
    /// database.
    /// </summary>
    public double? Cvr30d { get; private set; }

    /// <summary>
    /// Cost per sales, in the 30 days that end with <see cref="AsOf"/>: a fraction, null when the divisor is 0. Made by the
    /// database.
    /// </summary>
    public double? Acos30d { get; private set; }

    /// <summary>
    /// Sales per cost, in the 30 days that end with <see cref="AsOf"/>: a fraction, null when the divisor is 0. Made by the
    /// database.
    /// </summary>
    public double? Roas30d { get; private set; }
}
