using PpcAds.Sdk.Etl;
using QuickStart.Loaded;
using Spectre.Console;

namespace QuickStart.Display;

/// <summary>What is in the file, when there is no truth to compare it with.</summary>
internal static class Summary
{
    public static void Write(IAnsiConsole console, LoadedData loaded, IReadOnlyList<Dataset> datasets)
    {
        Table table = new Table().Title("Loaded").AddColumns("", "rows", "impressions", "clicks", "cost", "sales");
        foreach (Dataset dataset in datasets)
        {
            foreach (LoadedSums sums in loaded.Sum(dataset.Id, null))
            {
                table.AddRow(
                    dataset.Id,
                    $"{sums.Rows:N0}",
                    $"{sums.Impressions:N0}",
                    $"{sums.Clicks:N0}",
                    $"{sums.Cost:N2} {sums.Currency}",
                    $"{sums.Sales:N2} {sums.Currency}");
            }
        }

        console.Write(table);
        console.WriteLine($"Sums on entities that differ from their rows: {loaded.CountWrongAggregates()}");
    }
}
