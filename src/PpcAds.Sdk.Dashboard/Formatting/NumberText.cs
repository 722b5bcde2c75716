using System.Globalization;

namespace PpcAds.Sdk.Dashboard.Formatting;

/// <summary>Numbers by the user's culture.</summary>
internal static class NumberText
{
    /// <summary>From here on a headline figure has no decimals.</summary>
    private const decimal Large = 10_000;

    private static readonly Dictionary<string, string> Symbols = new(StringComparer.Ordinal)
    {
        ["AED"] = "AED ",
        ["AUD"] = "A$",
        ["BRL"] = "R$",
        ["CAD"] = "CA$",
        ["CNY"] = "CN¥",
        ["EGP"] = "E£",
        ["EUR"] = "€",
        ["GBP"] = "£",
        ["INR"] = "₹",
        ["JPY"] = "¥",
        ["MXN"] = "MX$",
        ["PLN"] = "zł",
        ["SAR"] = "SAR ",
        ["SEK"] = "kr ",
        ["SGD"] = "S$",
        ["TRY"] = "₺",
        ["USD"] = "$",
        ["ZAR"] = "R",
    };

    /// <summary>A count, such as <c>9,727</c>.</summary>
    public static string Count(decimal count) => count.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>An amount in a table, whose currency stands in the subtitle: <c>1,204.50</c>.</summary>
    public static string Amount(decimal amount, string currency) =>
        amount.ToString($"N{DecimalsOf(currency)}", CultureInfo.CurrentCulture);

    /// <summary>An amount with its currency: two decimals, none from 10,000 on.</summary>
    public static string Money(decimal amount, string currency) =>
        amount.ToString("C", FormatOf(currency, Math.Abs(amount) >= Large ? 0 : DecimalsOf(currency)));

    /// <summary>An amount at an axis: <c>$10k</c>.</summary>
    public static string AxisMoney(decimal amount, string currency)
    {
        (decimal scaled, string unit) = Math.Abs(amount) switch
        {
            >= 1_000_000 => (amount / 1_000_000, "M"),
            >= 1_000 => (amount / 1_000, "k"),
            _ => (amount, ""),
        };
        return Symbols.GetValueOrDefault(currency, currency + " ") + scaled.ToString("0.##", CultureInfo.CurrentCulture) + unit;
    }

    /// <summary>A fraction as a percentage: <c>30.1%</c>.</summary>
    public static string Rate(decimal fraction, int decimals = 1) =>
        (fraction * 100).ToString($"N{decimals}", CultureInfo.CurrentCulture) + "%";

    /// <summary>A factor, such as a return on ad spend: <c>3.32</c>.</summary>
    public static string Factor(decimal factor) => factor.ToString("N2", CultureInfo.CurrentCulture);

    /// <summary>How many decimals amounts of a currency have.</summary>
    public static int DecimalsOf(string currency) => currency == "JPY" ? 0 : 2;

    private static NumberFormatInfo FormatOf(string currency, int decimals)
    {
        var format = (NumberFormatInfo)CultureInfo.CurrentCulture.NumberFormat.Clone();
        format.CurrencySymbol = Symbols.GetValueOrDefault(currency, currency + " ");
        format.CurrencyDecimalDigits = decimals;
        return format;
    }
}
