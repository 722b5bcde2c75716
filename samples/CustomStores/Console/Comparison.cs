using CustomStores;
using PpcAds.Sdk;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Simulator;

namespace CustomStores.Console;

/// <summary>Compares the simulator's data with what the JSON lines hold.</summary>
internal sealed class Comparison(AmazonAdsSimulator simulator, JsonLinesSink sink, AccountId account)
{
    private bool _equal = true;

    public static IReadOnlyList<Dataset> Datasets { get; } =
        [.. PpcAds.Sdk.Etl.Datasets.All.Where(dataset => dataset.AdProduct == AdProducts.SponsoredProducts)];

    /// <summary>Writes a summary.</summary>
    /// <returns>Whether both sides are equal.</returns>
    public async Task<bool> WriteAsync()
    {
        IReadOnlyList<SimulatorProfileInfo> profiles = [.. simulator.Truth.Profiles.Where(profile => profile.Type != "agency")];
        await CompareAsync<CampaignRecord>("campaigns", profiles.Sum(profile => profile.Campaigns));
        await CompareAsync<AdGroupRecord>("ad groups", profiles.Sum(profile => profile.AdGroups));
        await CompareAsync<KeywordRecord>("keywords", profiles.Where(profile => !profile.IsViewOnly).Sum(profile => profile.Keywords));
        foreach (Dataset dataset in Datasets)
        {
            await CompareAsync(dataset, profiles);
        }

        return _equal;
    }

    private async Task CompareAsync<T>(string what, long expected)
        where T : class, IEntityRecord<T> =>
        Write(what, expected, (await sink.ReadEntitiesAsync<T>(account)).Count);

    private async Task CompareAsync(Dataset dataset, IReadOnlyList<SimulatorProfileInfo> profiles)
    {
        (long Rows, decimal Cost) expected = default;
        (long Rows, decimal Cost) found = default;
        int missing = 0;
        foreach (SimulatorProfileInfo profile in profiles)
        {
            var id = new ProfileId(profile.ProfileId);
            IReadOnlyList<PerformanceDay> days = await sink.ListDaysAsync(account, id, dataset.Id);

            // Each day as it looked when its figures were taken.
            foreach (PerformanceDay day in days)
            {
                SimulatorTotals totals = simulator.Truth.GetTotals(
                    profile.ProfileId, dataset.ReportType.Id, dataset.GroupBy, day.Date, day.Date, day.ReportGeneratedAt);
                expected = (expected.Rows + totals.Rows, expected.Cost + totals.Cost);
            }

            IReadOnlyList<PerformanceRecord> rows = await sink.ReadRowsAsync(account, id, dataset.Id);
            found = (found.Rows + rows.Count, found.Cost + rows.Sum(row => row.Metrics.GetValueOrDefault(PerformanceMetric.Cost)));
            missing += days.Count == 0 ? 1 : days.Max(day => day.Date).DayNumber - days.Min(day => day.Date).DayNumber + 1 - days.Count;
        }

        Write($"{dataset.Id} rows", expected.Rows, found.Rows);
        Write($"{dataset.Id} days missing", 0, missing);
        if (dataset.Metrics.Contains(PerformanceMetric.Cost))
        {
            Write($"{dataset.Id} cost", expected.Cost, found.Cost);
        }
    }

    private void Write(string what, decimal expected, decimal found)
    {
        _equal &= expected == found;
        System.Console.WriteLine(FormattableString.Invariant(
            $"{what,-36} simulator {expected,14:0.00}   stored {found,14:0.00}   {(expected == found ? "equal" : "DIFFERENT")}"));
    }
}
