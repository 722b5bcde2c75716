namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>
/// A row of <c>ppc_exchange_rates</c>, which the application fills: the SDK only reads it, for the <c>…_reporting</c> columns of
/// the views. All rates lead into one reporting currency; it has a row of its own with the rate 1.
/// </summary>
public class PpcExchangeRate
{
    /// <summary>The currency that is converted (ISO 4217).</summary>
    public string Currency { get; set; } = "";

    /// <summary>The day, as in the rows that are converted. A day without a row is not converted.</summary>
    public DateOnly Date { get; set; }

    /// <summary>The units of the reporting currency for one unit of <see cref="Currency"/>.</summary>
    public double Rate { get; set; }
}
