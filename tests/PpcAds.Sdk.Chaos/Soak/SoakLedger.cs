using System.Globalization;
using PpcAds.Sdk.Chaos.Databases;

namespace PpcAds.Sdk.Chaos.Soak;

/// <summary>What is stored, read by SQL of this check's own.</summary>
internal sealed class SoakLedger(ChaosDatabase databases, string connection)
{
    /// <summary>The days of the ledger by dataset: their state, and when their figures were taken.</summary>
    public async Task<ILookup<string, (DateOnly Date, string State, DateTimeOffset GeneratedAt)>> ReadDaysAsync(SoakAccount account, long profileId) =>
        (await databases.QueryAsync(
            connection,
            $"SELECT dataset, CAST(date AS text), state, {Instant("report_generated_at")} FROM performance_days "
            + $"WHERE account_id = {account.Id} AND profile_id = {profileId}"))
        .Select(line => line.Split('|'))
        .ToLookup(parts => parts[0], parts => (Day(parts[1]), parts[2], Time(parts[3])));

    /// <summary>The rows of days, as lines of key and figures; copies of one key added up.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, Dictionary<string, long[]>>> ReadRowsAsync(
        SoakAccount account, long profileId, SoakDataset dataset, DateOnly first, DateOnly last)
    {
        List<string> lines = await databases.QueryAsync(
            connection,
            $"SELECT CAST(date AS text), {string.Join(", ", dataset.Columns)} FROM performance_records WHERE account_id = {account.Id} "
            + $"AND profile_id = {profileId} AND dataset = '{dataset.Name}' AND date BETWEEN {Literal(first)} AND {Literal(last)}");
        var days = new Dictionary<DateOnly, Dictionary<string, long[]>>();
        foreach (string[] parts in lines.Select(line => line.Split('|')))
        {
            DateOnly date = Day(parts[0]);
            if (!days.TryGetValue(date, out Dictionary<string, long[]>? rows))
            {
                days[date] = rows = new Dictionary<string, long[]>(StringComparer.Ordinal);
            }

            Add(rows, string.Join('|', parts[1..(1 + dataset.Keys.Length)]), [.. parts[(1 + dataset.Keys.Length)..].Select(Number)]);
        }

        return days;
    }

    /// <summary>The days that have rows.</summary>
    public async Task<ILookup<string, DateOnly>> ReadDaysOfRowsAsync(SoakAccount account, long profileId) =>
        (await databases.QueryAsync(
            connection, $"SELECT DISTINCT dataset, CAST(date AS text) FROM performance_records WHERE account_id = {account.Id} AND profile_id = {profileId}"))
        .Select(line => line.Split('|'))
        .ToLookup(parts => parts[0], parts => Day(parts[1]));

    /// <summary>The issues of an account since an instant, as step, profile or nothing, reason and details.</summary>
    public async Task<IReadOnlyList<(string Step, long? ProfileId, string Reason, string Details)>> ReadIssuesAsync(SoakAccount account, DateTimeOffset since)
    {
        string at = databases.Kind == "sqlite" ? "at" : "(EXTRACT(EPOCH FROM at) * 1000000)::bigint";
        return
        [
            .. (await databases.QueryAsync(
                    connection,
                    $"SELECT step, COALESCE(profile_id, 0), reason, details FROM ppc_sync_issues WHERE account_id = {account.Id} AND {at} >= {(since - DateTimeOffset.UnixEpoch).Ticks / 10}"))
                .Select(line => line.Split('|', 4))
                .Select(parts => (parts[0], Number(parts[1]) is var id and not 0 ? (long?)id : null, parts[2], parts[3])),
        ];
    }

    /// <summary>Adds a row's figures to those of its key.</summary>
    public static void Add(Dictionary<string, long[]> rows, string key, long[] values) =>
        rows[key] = rows.TryGetValue(key, out long[]? known) ? [.. known.Zip(values, (one, other) => one + other)] : values;

    private string Instant(string column) => databases.Kind == "sqlite" ? column : $"(EXTRACT(EPOCH FROM {column}) * 1000000)::bigint";

    private string Literal(DateOnly day) => databases.Kind == "sqlite" ? $"'{day:yyyy-MM-dd}'" : $"DATE '{day:yyyy-MM-dd}'";

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string micros) => DateTimeOffset.UnixEpoch.AddMicroseconds(Number(micros));

    // No figure at all must differ from none.
    private static long Number(string text) => text.Length == 0 ? long.MinValue / 4 : long.Parse(text, CultureInfo.InvariantCulture);
}
