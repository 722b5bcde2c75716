using System.Globalization;
using PpcAds.Sdk.Chaos.Databases;
using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.Chaos.Soak;

/// <summary>
/// Holds what the tables say was known after each load against the simulator's truth of the moment at which that load's figures
/// were taken. By SQL of its own: what is stored, less what was noted later.
/// </summary>
internal sealed class SoakHistory(
    ChaosDatabase databases, string connection, AmazonAdsSimulator amazon, SoakWorld world, SoakLoads loads)
{
    private static readonly string[] Figures = ["impressions", "clicks", "cost", "sales", "orders", "units"];

    /// <summary>Those whose keys are ids alone, so that each row is compared with its own.</summary>
    private static readonly string[] Compared =
        ["sp.campaign", "sp.ad_group", "sp.advertised_product", "sb.campaign", "sd.campaign", "sd.ad_group"];

    public async Task CheckAsync(SoakAccount account, long profileId, IReadOnlyList<SoakDataset> datasets, SoakFindings findings)
    {
        foreach (SoakDataset dataset in datasets.Where(dataset => Compared.Contains(dataset.Name)))
        {
            string scope = $"(SELECT scope_id FROM performance_scopes WHERE account_id = {account.Id} "
                + $"AND profile_id = {profileId} AND dataset = '{dataset.Name}')";
            ILookup<DateOnly, string[]> facts = await ReadAsync($"'', {Columns} FROM performance_facts WHERE scope_id = {scope}");
            ILookup<DateOnly, string[]> changes = await ReadAsync(
                $"{Micros("known_at")}, {Columns} FROM performance_changes WHERE scope_id = {scope}");
            ILookup<DateOnly, string[]> days = await ReadAsync(
                $"{Micros("loaded_at")}, {Micros("report_generated_at")} FROM performance_day_loads WHERE scope_id = {scope}");
            foreach (IGrouping<DateOnly, string[]> day in days)
            {
                foreach (string[] load in day)
                {
                    long loadedAt = Number(load[1]);
                    DateTimeOffset generatedAt = DateTimeOffset.UnixEpoch.AddMicroseconds(Number(load[2]));
                    if (!loads.WasWhole(account, profileId, dataset.Name, generatedAt))
                    {
                        continue;
                    }

                    findings.Loads++;
                    Dictionary<string, long[]> known = KnownAt(facts[day.Key], changes[day.Key], loadedAt);
                    Dictionary<string, long[]> expected = Expected(dataset, profileId, day.Key, generatedAt);
                    if (known.Count != expected.Count
                        || known.Any(row => !expected.GetValueOrDefault(row.Key, []).SequenceEqual(row.Value)))
                    {
                        findings.Wrong.Add(
                            $"{new SoakDay(account, profileId, dataset.Name, day.Key)}: what was known at "
                            + $"{DateTimeOffset.UnixEpoch.AddMicroseconds(loadedAt):u} is not what Amazon reported at {generatedAt:u}");
                    }
                }
            }
        }
    }

    private string Detail => databases.Kind == "sqlite" ? "lower(hex(detail))" : "replace(CAST(detail AS text), '-', '')";

    private string Columns => $"campaign_id, {Detail}, {string.Join(", ", Figures.Select(Figure))}";

    private static string Figure(string column) => $"COALESCE({(column is "cost" or "sales" ? $"{{{column}}}" : column)}, 0)";

    private string Micros(string column) =>
        databases.Kind == "sqlite" ? column : $"(EXTRACT(EPOCH FROM {column}) * 1000000)::bigint";

    private async Task<ILookup<DateOnly, string[]>> ReadAsync(string sql) =>
        (await databases.QueryAsync(connection, $"SELECT CAST(date AS text), {sql}")).Select(line => line.Split('|'))
        .ToLookup(parts => DateOnly.Parse(parts[0], CultureInfo.InvariantCulture));

    private static Dictionary<string, long[]> KnownAt(IEnumerable<string[]> facts, IEnumerable<string[]> changes, long at)
    {
        var known = new Dictionary<string, long[]>(StringComparer.Ordinal);
        foreach (string[] row in facts)
        {
            SoakLedger.Add(known, $"{row[2]}|{row[3]}", [.. row[4..].Select(Number)]);
        }

        foreach (string[] row in changes.Where(row => Number(row[1]) > at))
        {
            SoakLedger.Add(known, $"{row[2]}|{row[3]}", [.. row[4..].Select(value => -Number(value))]);
        }

        return known.Where(row => row.Value.Any(value => value != 0)).ToDictionary();
    }

    private Dictionary<string, long[]> Expected(SoakDataset dataset, long profileId, DateOnly date, DateTimeOffset at)
    {
        bool isVendor = world.Profiles[profileId].Type == "vendor";
        var expected = new Dictionary<string, long[]>(StringComparer.Ordinal);
        foreach (SimulatorTruthRow row in amazon.Truth.GetRows(profileId, dataset.ReportType, dataset.GroupBy, date, date, at))
        {
            long[] values = dataset.ValuesOf(row.Totals, isVendor);
            SoakLedger.Add(
                expected,
                $"{row.CampaignId}|{row.AdGroupId ?? 0:x16}{row.AdId ?? 0:x16}",
                [.. Figures.Select(figure => values[Array.IndexOf(dataset.Values, figure)])]);
        }

        return expected.Where(row => row.Value.Any(value => value != 0)).ToDictionary();
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
