using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Simulator;
using QuickStart.Loaded;
using Spectre.Console;

namespace QuickStart;

/// <summary>Compares the simulator's truth with what SQL finds in the file, to the cent.</summary>
internal sealed class Comparison(AmazonAdsSimulator simulator, LoadedData loaded, Ledger ledger, IReadOnlyList<Dataset> datasets, IReadOnlySet<long> unhealthy)
{
    private readonly OrderedDictionary<string, (decimal Source, decimal Loaded)> _rows = new(StringComparer.Ordinal);

    /// <summary>Writes the table.</summary>
    /// <returns>Whether both sides are equal.</returns>
    public bool Write(IAnsiConsole console)
    {
        List<SimulatorProfileInfo> profiles = [.. simulator.Truth.Profiles.Where(profile => profile.Type != "agency" && !unhealthy.Contains(profile.ProfileId))];
        HashSet<long> ids = [.. profiles.Select(profile => profile.ProfileId)];
        Table table = new Table().Title("Source against loaded").AddColumns("", "source", "loaded", "");
        table.Columns[1].RightAligned();
        table.Columns[2].RightAligned();
        bool equal = true;

        // The file may hold more, of an earlier run with other products.
        HashSet<string> products = [.. datasets.Select(dataset => dataset.AdProduct)];
        bool all = products.Count > 1;
        Row(
            "campaigns",
            profiles.Sum(profile => profile.Campaigns + (all ? profile.Brands.Campaigns + profile.Display.Campaigns : 0)),
            loaded.Count("ppc_campaigns", ids, products));
        Row(
            "ad groups",
            profiles.Sum(profile => profile.AdGroups + (all ? profile.Brands.AdGroups + profile.Display.AdGroups : 0)),
            loaded.Count("ppc_ad_groups", ids, products));

        // Amazon does not list the keywords of a profile that one may only view.
        Row(
            "keywords",
            profiles.Where(profile => !profile.IsViewOnly).Sum(profile => profile.Keywords + (all ? profile.Brands.Keywords : 0)),
            loaded.Count("ppc_keywords", ids, products));
        foreach (Dataset dataset in datasets)
        {
            foreach (string metric in dataset.Metrics.Contains(PerformanceMetric.Cost) ? new[] { "rows", "impressions", "clicks" } : ["rows"])
            {
                _rows[$"{dataset.Id} {metric}"] = default;
            }

            AddSource(dataset, profiles);
            AddLoaded(dataset, ids);
        }

        foreach ((string what, (decimal source, decimal found)) in _rows)
        {
            Row(what, source, found, what.Contains("cost", StringComparison.Ordinal) || what.Contains("sales", StringComparison.Ordinal));
        }

        Row("days in the ledger", ExpectedDays(ids), ledger.Days.Count(day => ids.Contains(day.ProfileId)));
        Row("sums on entities that differ from their rows", 0, loaded.CountWrongAggregates());
        Row("campaigns without profile and account", 0, loaded.CountOrphans());
        console.Write(table);
        return equal;

        void Row(string what, decimal source, decimal found, bool money = false)
        {
            equal &= source == found;
            string format = money ? "N2" : "N0";
            table.AddRow(
                what,
                source.ToString(format, System.Globalization.CultureInfo.InvariantCulture),
                found.ToString(format, System.Globalization.CultureInfo.InvariantCulture),
                Marks.Of(source == found));
        }
    }

    /// <summary>Days follow one another without a gap, from the first that was loaded to yesterday.</summary>
    private int ExpectedDays(HashSet<long> ids) => ledger.Days.Where(day => ids.Contains(day.ProfileId))
        .GroupBy(day => (day.ProfileId, day.Dataset))
        .Sum(days => days.Max(day => day.Date).DayNumber - days.Min(day => day.Date).DayNumber + 1);

    private void AddSource(Dataset dataset, IEnumerable<SimulatorProfileInfo> profiles)
    {
        foreach (SimulatorProfileInfo profile in profiles)
        {
            bool vendor = profile.Type == "vendor";

            // Each day as it looked when Amazon took the figures that are loaded.
            foreach (LedgerDay day in ledger.Days.Where(day => day.ProfileId == profile.ProfileId && day.Dataset == dataset.Id))
            {
                SimulatorTotals totals = simulator.Truth.GetTotals(
                    profile.ProfileId, dataset.ReportType.Id, dataset.GroupBy, day.Date, day.Date, day.GeneratedAt);
                AddSourceValue($"{dataset.Id} rows", totals.Rows);
                if (dataset.Metrics.Contains(PerformanceMetric.Cost))
                {
                    AddSourceValue($"{dataset.Id} impressions", totals.Impressions);
                    AddSourceValue($"{dataset.Id} clicks", totals.Clicks);
                    AddSourceValue($"{dataset.Id} cost {profile.CurrencyCode}", totals.Cost);
                }

                AddSourceValue($"{dataset.Id} sales {profile.CurrencyCode}", SalesOf(dataset, totals, vendor));
            }
        }
    }

    /// <summary>What counts as sales: of Sponsored Products within 7 days of a click, for vendors 14; of the others within 14 of a click or a view.</summary>
    private static decimal SalesOf(Dataset dataset, SimulatorTotals totals, bool vendor) =>
        dataset.AdProduct != AdProducts.SponsoredProducts ? totals.Sales : vendor ? totals.Sales14d : totals.Sales7d;

    private void AddLoaded(Dataset dataset, HashSet<long> ids)
    {
        foreach (LoadedSums sums in loaded.Sum(dataset.Id, ids))
        {
            AddLoadedValue($"{dataset.Id} rows", sums.Rows);
            if (dataset.Metrics.Contains(PerformanceMetric.Cost))
            {
                AddLoadedValue($"{dataset.Id} impressions", sums.Impressions);
                AddLoadedValue($"{dataset.Id} clicks", sums.Clicks);
                AddLoadedValue($"{dataset.Id} cost {sums.Currency}", sums.Cost);
            }

            AddLoadedValue($"{dataset.Id} sales {sums.Currency}", sums.Sales);
        }
    }

    private void AddSourceValue(string what, decimal value)
    {
        (decimal source, decimal found) = _rows.GetValueOrDefault(what);
        _rows[what] = (source + value, found);
    }

    private void AddLoadedValue(string what, decimal value)
    {
        (decimal source, decimal found) = _rows.GetValueOrDefault(what);
        _rows[what] = (source, found + value);
    }
}
