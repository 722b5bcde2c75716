using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Npgsql;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Chaos.Databases;

/// <summary>Fresh databases, and what is in them.</summary>
internal sealed partial class ChaosDatabase(string kind) : IAsyncDisposable
{
    // All but instants of our own, and the ids of reports.
    private static readonly string[] Tables =
    [
        "SELECT profile_id, region, country_code, currency, time_zone, type, name, source FROM ppc_profiles",
        "SELECT profile_id, campaign_id, name, state, source, as_of, performance_from, currency, impressions_total, clicks_total, {cost_total}, {sales_total}, "
            + "orders_total, units_total, {cost_30d}, {sales_30d} FROM ppc_campaigns",
        "SELECT profile_id, ad_group_id, campaign_id, name, state, source, as_of, {cost_total}, {cost_30d}, {sales_30d} FROM ppc_ad_groups",
        "SELECT profile_id, keyword_id, keyword_text, match_type, source, as_of, {cost_total}, {cost_30d} FROM ppc_keywords",
        "SELECT profile_id, dataset, date, entity_key, campaign_id, ad_group_id, target_id, target_kind, target_text, match_type, currency, attribution_days, "
            + "impressions, clicks, {cost}, {sales}, orders, units, {sales_1d}, {sales_30d}, units_30d, {sales_promoted} FROM performance_records",
        "SELECT profile_id, dataset, date, state, rows, impressions, clicks, {cost} FROM performance_days",
    ];

    /// <summary>What loads changed, whenever: each restatement once.</summary>
    private string Changes =>
        $"SELECT s.profile_id, s.dataset, c.date, c.campaign_id, {(IsSqlite ? "hex(c.detail)" : "c.detail")}, "
        + "SUM(c.impressions), SUM(c.clicks), "
        + $"SUM(c.cost{Money}), SUM(c.sales{Money}), SUM(c.orders), SUM(c.units) FROM performance_changes c "
        + "JOIN performance_scopes s ON s.scope_id = c.scope_id "
        + "GROUP BY s.profile_id, s.dataset, c.date, c.campaign_id, c.detail";

    private string Money => IsSqlite ? "_micros" : "";

    private readonly PostgreSqlCluster _cluster = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ppcads-chaos-");
    private int _files;

    /// <summary>postgresql or sqlite.</summary>
    public string Kind => kind;

    private bool IsSqlite => kind == "sqlite";

    public async Task StartAsync()
    {
        if (!IsSqlite)
        {
            await _cluster.InitializeAsync();
            if (_cluster.Missing is { } missing)
            {
                throw new InvalidOperationException(missing);
            }
        }
    }

    public async Task<string> CreateAsync() =>
        IsSqlite ? $"Data Source={Path.Combine(_folder.FullName, $"{Interlocked.Increment(ref _files)}.db")}" : (await _cluster.CreateDatabaseAsync()).Replace("Pooling=false", "Pooling=true", StringComparison.Ordinal);

    /// <summary>Kills the server's processes one and all, and starts it again. PostgreSQL only.</summary>
    public async Task KillServerAsync()
    {
        await _cluster.KillAsync();
        await _cluster.StartAsync();
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>Leases that ran out so many days ago.</summary>
    public async Task<int> CountOldLeasesAsync(string connectionString, int days)
    {
        string before = IsSqlite ? $"(unixepoch() - {days} * 86400) * 1000000" : $"clock_timestamp() - interval '{days} days'";
        return (await QueryAsync(connectionString, $"SELECT name FROM ppc_leases WHERE lease_until < {before}")).Count;
    }

    /// <summary>All that the database holds: a dump of the server's, or the file with what is written beside it.</summary>
    public async Task<byte[]> DumpBytesAsync(string connectionString)
    {
        if (!IsSqlite)
        {
            return await _cluster.DumpAsync(connectionString);
        }

        string file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        var bytes = new List<byte>();
        foreach (string one in Directory.GetFiles(_folder.FullName, $"{Path.GetFileName(file)}*"))
        {
            bytes.AddRange(await File.ReadAllBytesAsync(one));
        }

        return [.. bytes];
    }

    /// <summary>A new folder that goes with the databases.</summary>
    public string CreateFolder() => _folder.CreateSubdirectory($"{Guid.NewGuid():N}").FullName;

    /// <summary>Every table as sorted lines.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> DumpAsync(string connectionString)
    {
        var dump = new List<IReadOnlyList<string>>();
        foreach (string table in Tables.Append(Changes))
        {
            List<string> rows = await QueryAsync(connectionString, table);
            rows.Sort(StringComparer.Ordinal);
            dump.Add(rows);
        }

        return dump;
    }

    /// <summary>The jobs that are being asked for: a dead process may have been told the report's id and not noted it.</summary>
    public async Task<IReadOnlyList<RequestingJob>> ListRequestingAsync(string connectionString)
    {
        string instant = IsSqlite ? "requested_at" : "(EXTRACT(EPOCH FROM requested_at) * 1000000)::bigint";
        try
        {
            return
            [
                .. (await QueryAsync(
                        connectionString,
                        $"SELECT profile_id, dataset, CAST(start_date AS text), CAST(end_date AS text), COALESCE({instant}, 0) FROM ppc_report_jobs WHERE state = 'requesting'"))
                    .Select(line => line.Split('|'))
                    .Select(parts => new RequestingJob(
                        long.Parse(parts[0], CultureInfo.InvariantCulture),
                        parts[1],
                        parts[2],
                        parts[3],
                        DateTimeOffset.UnixEpoch.AddMicroseconds(long.Parse(parts[4], CultureInfo.InvariantCulture)))),
            ];
        }
        catch (DbException)
        {
            // Killed before there was a table.
            return [];
        }
    }

    /// <summary>The check of the sums on campaigns: 0 rows expected.</summary>
    public async Task<int> CountWrongSumsAsync(string connectionString)
    {
        string from = IsSqlite ? "date(c.as_of, '-29 days')" : "c.as_of - 29";
        return (await QueryAsync(
            connectionString,
            """
            SELECT c.campaign_id FROM ppc_campaigns c LEFT JOIN performance_records r ON r.account_id = c.account_id AND r.profile_id = c.profile_id
              AND r.campaign_id = c.campaign_id
              AND r.dataset = CASE c.ad_product WHEN 'SPONSORED_BRANDS' THEN 'sb.campaign' WHEN 'SPONSORED_DISPLAY' THEN 'sd.campaign' ELSE 'sp.campaign' END
            GROUP BY c.account_id, c.profile_id, c.campaign_id, c.as_of, {c.cost_total}, {c.cost_30d}
            HAVING coalesce(sum({r.cost}), 0) <> coalesce({c.cost_total}, 0)
                OR coalesce(sum({r.cost}) FILTER (WHERE r.date BETWEEN from_day AND c.as_of), 0) <> coalesce({c.cost_30d}, 0)
            """.Replace("from_day", from, StringComparison.Ordinal))).Count;
    }

    public async ValueTask DisposeAsync()
    {
        if (!IsSqlite)
        {
            await _cluster.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    /// <summary>Runs a query; each row is a line.</summary>
    /// <param name="connectionString">The database.</param>
    /// <param name="sql">The query; amounts in braces come as millionths, in either database.</param>
    public async Task<List<string>> QueryAsync(string connectionString, string sql)
    {
        sql = Amount().Replace(sql, IsSqlite ? "$1_micros" : "($1 * 1000000)::bigint");
        await using DbConnection connection = IsSqlite ? new SqliteConnection(connectionString + ";Pooling=False") : new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return rows;
    }

    [GeneratedRegex(@"\{([a-z0-9_.]+)\}")]
    private static partial Regex Amount();
}
