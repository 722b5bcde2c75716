using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Chaos;

/// <summary>Fresh databases, and what is in them.</summary>
internal sealed class ChaosDatabase(string kind) : IAsyncDisposable
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

    private readonly PostgreSqlCluster _cluster = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ppcads-chaos-");
    private int _files;

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
        IsSqlite ? $"Data Source={Path.Combine(_folder.FullName, $"{++_files}.db")}" : await _cluster.CreateDatabaseAsync();

    /// <summary>Every table as sorted lines.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> DumpAsync(string connectionString)
    {
        var dump = new List<IReadOnlyList<string>>();
        foreach (string table in Tables)
        {
            // Money as the database holds it exactly.
            string sql = IsSqlite ? table.Replace("}", "_micros", StringComparison.Ordinal) : table.Replace("}", "", StringComparison.Ordinal);
            List<string> rows = await QueryAsync(connectionString, sql.Replace("{", "", StringComparison.Ordinal));
            rows.Sort(StringComparer.Ordinal);
            dump.Add(rows);
        }

        return dump;
    }

    /// <summary>How many jobs are being asked for: a dead process may have been told the report's id and not noted it.</summary>
    public async Task<int> CountRequestingAsync(string connectionString)
    {
        try
        {
            return (await QueryAsync(connectionString, "SELECT job_id FROM ppc_report_jobs WHERE state = 'requesting'")).Count;
        }
        catch (DbException)
        {
            // Killed before there was a table.
            return 0;
        }
    }

    /// <summary>The check of the sums on campaigns: 0 rows expected.</summary>
    public async Task<int> CountWrongSumsAsync(string connectionString)
    {
        string money = IsSqlite ? "_micros" : "";
        string from = IsSqlite ? "date(c.as_of, '-29 days')" : "c.as_of - 29";
        return (await QueryAsync(
            connectionString,
            $"""
            SELECT c.campaign_id FROM ppc_campaigns c LEFT JOIN performance_records r ON r.account_id = c.account_id AND r.profile_id = c.profile_id
              AND r.campaign_id = c.campaign_id AND r.dataset = 'sp.campaign'
            GROUP BY c.account_id, c.profile_id, c.campaign_id, c.as_of, c.cost_total{money}, c.cost_30d{money}
            HAVING coalesce(sum(r.cost{money}), 0) <> coalesce(c.cost_total{money}, 0)
                OR coalesce(sum(r.cost{money}) FILTER (WHERE r.date BETWEEN {from} AND c.as_of), 0) <> coalesce(c.cost_30d{money}, 0)
            """)).Count;
    }

    public async ValueTask DisposeAsync()
    {
        if (!IsSqlite)
        {
            await _cluster.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    private async Task<List<string>> QueryAsync(string connectionString, string sql)
    {
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
}
