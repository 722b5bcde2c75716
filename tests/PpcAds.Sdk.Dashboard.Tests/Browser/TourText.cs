using System.Globalization;

namespace PpcAds.Sdk.Dashboard.Tests.Browser;

/// <summary>Figures as a reader in the culture of the tests expects them, not by the formatting of the dashboard.</summary>
internal static class TourText
{
    public static string Money(decimal amount)
    {
        var format = (NumberFormatInfo)CultureInfo.CurrentCulture.NumberFormat.Clone();
        format.CurrencySymbol = "$";
        return amount.ToString(amount >= 10_000 ? "C0" : "C2", format);
    }

    public static string Amount(decimal amount) => amount.ToString("N2", CultureInfo.CurrentCulture);

    public static string Count(long count) => count.ToString("N0", CultureInfo.CurrentCulture);

    public static string Rate(decimal part, decimal whole, int decimals, string without) =>
        whole == 0 ? without : (100 * part / whole).ToString($"N{decimals}", CultureInfo.CurrentCulture) + "%";
}
