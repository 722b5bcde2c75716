using System.Globalization;
using PpcAds.Sdk.Etl;
using QuickStart.Loaded;
using Spectre.Console;

namespace QuickStart.Display;

/// <summary>What the file holds of all products: entities, rows, and what was spent in each currency.</summary>
internal static class Headline
{
    private static readonly (string Name, string[] Tables)[] Entities =
    [
        ("profiles", ["ppc_profiles"]),
        ("portfolios", ["ppc_portfolios"]),
        ("campaigns", ["ppc_campaigns"]),
        ("ad groups", ["ppc_ad_groups"]),
        ("keywords", ["ppc_keywords"]),
        ("targets", ["ppc_targets"]),
        ("ads", ["ppc_ads"]),
        ("negatives", ["ppc_negative_keywords", "ppc_negative_targets"]),
    ];

    private static readonly (string Id, string Name)[] Products =
    [
        (AdProducts.SponsoredProducts, "Sponsored Products"),
        (AdProducts.SponsoredBrands, "Sponsored Brands"),
        (AdProducts.SponsoredDisplay, "Sponsored Display"),
    ];

    /// <summary>Writes the lines.</summary>
    public static void Write(IAnsiConsole console, LoadedData loaded)
    {
        string entities = string.Join(", ", Entities
            .Select(entity => (entity.Name, Count: entity.Tables.Sum(table => loaded.Count(table))))
            .Where(entity => entity.Count > 0)
            .Select(entity => $"{Number(entity.Count)} {entity.Name}"));
        console.WriteLine($"Loaded: {(entities.Length > 0 ? entities : "nothing")}");
        (long rows, long datasets) = loaded.CountRows();
        console.WriteLine($"Rows: {Number(rows)} of {datasets} datasets");
        foreach (var currency in loaded.ReadSpend().GroupBy(spend => spend.Currency))
        {
            IEnumerable<string> products = Products
                .Select(product => (product.Name, Spend: currency.FirstOrDefault(spend => spend.AdProduct == product.Id)))
                .Where(product => product.Spend is not null)
                .Select(product => $"{product.Name} {Amount(product.Spend!.Cost)}");
            string all = Amount(currency.Sum(spend => spend.Cost));
            console.WriteLine($"Spent: {all} {currency.Key} ({string.Join(", ", products)})");
        }
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Amount(decimal amount) => amount.ToString("N2", CultureInfo.InvariantCulture);
}
