using System.Data.Common;
using System.Globalization;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Failures;

/// <summary>A database of a test's own that is looked at and disturbed from outside.</summary>
internal abstract class FailureDatabase : IAsyncDisposable
{
    public required string ConnectionString { get; init; }

    /// <summary>The ending of columns that hold money exactly.</summary>
    protected abstract string Money { get; }

    /// <summary>The first of the 30 days up to <c>as_of</c>.</summary>
    protected abstract string ThirtyDays { get; }

    public abstract void Use(IPpcAdsBuilder builder);

    /// <summary>Lets every lease run out. Leases go by the database's clock.</summary>
    public abstract Task ExpireLeasesAsync();

    public async Task<string?> ExecuteAsync(string sql) => (await QueryAsync(sql)) is [var first, ..] ? first : null;

    /// <summary>The rows as lines, sorted.</summary>
    public async Task<IReadOnlyList<string>> QueryAsync(string sql)
    {
        await using DbConnection connection = Connect();
        await connection.OpenAsync();
        await using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // A test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    /// <summary>All rows of performance, and the sums that stand on them.</summary>
    public async Task<IReadOnlyList<string>> DumpAsync() =>
    [
        .. await QueryAsync($"SELECT 'row', dataset, date, entity_key, impressions, clicks, cost{Money}, sales{Money}, orders, units FROM performance_records"),
        .. await QueryAsync($"SELECT 'day', dataset, date, rows, clicks, cost{Money}, report_id FROM performance_days"),
        .. await QueryAsync($"SELECT 'campaign', campaign_id, as_of, clicks_total, cost_total{Money}, sales_total{Money}, cost_30d{Money} FROM ppc_campaigns"),
        .. await QueryAsync($"SELECT 'keyword', keyword_id, as_of, clicks_total, cost_total{Money}, cost_30d{Money} FROM ppc_keywords"),
    ];

    /// <summary>The campaigns whose sums are not those of their rows; see "Aggregates on entities".</summary>
    public Task<IReadOnlyList<string>> WrongSumsAsync() => QueryAsync(
        $"""
        SELECT c.campaign_id FROM ppc_campaigns c LEFT JOIN performance_records r ON r.account_id = c.account_id AND r.profile_id = c.profile_id
          AND r.campaign_id = c.campaign_id AND r.dataset = 'sp.campaign'
        GROUP BY c.account_id, c.profile_id, c.campaign_id, c.as_of, c.cost_total{Money}, c.cost_30d{Money}
        HAVING coalesce(sum(r.cost{Money}), 0) <> coalesce(c.cost_total{Money}, 0)
            OR coalesce(sum(r.cost{Money}) FILTER (WHERE r.date BETWEEN {ThirtyDays} AND c.as_of), 0) <> coalesce(c.cost_30d{Money}, 0)
        """);

    public abstract ValueTask DisposeAsync();

    protected abstract DbConnection Connect();
}
