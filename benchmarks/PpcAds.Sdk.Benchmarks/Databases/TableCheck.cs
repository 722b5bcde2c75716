using System.Data.Common;
using System.Globalization;
using PpcAds.Sdk.Benchmarks.Input;

namespace PpcAds.Sdk.Benchmarks.Databases;

/// <summary>Holds what is in the tables against what the report was made of.</summary>
internal sealed class TableCheck(DbConnection connection, bool isSqlite)
{
    private const string Scope = "dataset = 'sp.target' AND profile_id = 1234567890123";

    /// <summary>What differs in the rows, or null.</summary>
    public async Task<string?> CompareRowsAsync(ReportTotals expected, CancellationToken cancellationToken)
    {
        string day = isSqlite ? "julianday(date) - julianday('2026-01-12')" : "date - DATE '2026-01-12'";
        List<(string Name, string Sql, Int128 Expected)> sums =
        [
            ("rows", "count(*)", expected.Rows),
            ("days", $"sum({day})", expected.Days),
            ("campaign_id", SumOfIds("campaign_id"), expected.CampaignIds),
            ("ad_group_id", SumOfIds("ad_group_id"), expected.AdGroupIds),
            ("target_id", SumOfIds("target_id"), expected.TargetIds),
            ("entity_key", "sum(length(entity_key))", expected.KeyChars),
            .. ReportMetrics.Stored.Select(stored => (
                stored.Column,
                ReportMetrics.IsMoney(stored.Metric) ? SumOfMoney(stored.Column) : $"sum({stored.Column})",
                (Int128)expected.Sums[stored.Metric])),
        ];
        return await CompareAsync("performance_records", $"WHERE {Scope}", sums, cancellationToken);
    }

    /// <summary>
    /// What differs in the ledger and in the sums on keywords and targets, or null: what the SDK keeps in addition to the rows.
    /// </summary>
    public async Task<string?> CompareKeptSumsAsync(ReportTotals expected, CancellationToken cancellationToken)
    {
        string? ledger = await CompareAsync(
            "performance_days",
            $"WHERE {Scope} AND state = 'loaded'",
            [
                ("days", "count(*)", ReportSource.Days),
                ("rows", "sum(rows)", expected.Rows),
                ("impressions", "sum(impressions)", expected.Sums[ReportMetrics.Impressions]),
                ("clicks", "sum(clicks)", expected.Sums[ReportMetrics.Clicks]),
                ("cost", SumOfMoney("cost"), expected.Sums[ReportMetrics.Cost]),
            ],
            cancellationToken);
        string columns = isSqlite ? "clicks_total, cost_total_micros, sales_total_micros, units_total, profile_id" : "clicks_total, cost_total, sales_total, units_total, profile_id";
        return ledger ?? await CompareAsync(
            $"(SELECT {columns} FROM ppc_keywords UNION ALL SELECT {columns} FROM ppc_targets) AS entities",
            "WHERE profile_id = 1234567890123",
            [
                ("clicks", "sum(clicks_total)", expected.Sums[ReportMetrics.Clicks]),
                ("cost", SumOfMoney("cost_total"), expected.Sums[ReportMetrics.Cost]),
                ("sales", SumOfMoney("sales_total"), expected.Sums[ReportMetrics.Sales7d]),
                ("units", "sum(units_total)", expected.Sums[ReportMetrics.Units7d]),
            ],
            cancellationToken);
    }

    /// <summary>In hundredths. What has more decimals in the table would show.</summary>
    private string SumOfMoney(string column) => isSqlite ? $"sum({column}_micros) / 10000.0" : $"sum({column}) * 100";

    /// <summary>SQLite's sums are of 64 bits: ids are summed in two parts there, and put together by <see cref="Read"/>.</summary>
    private string SumOfIds(string column) => isSqlite ? $"sum({column} / 1000000) || '+' || sum({column} % 1000000)" : $"sum({column})";

    private async Task<string?> CompareAsync(
        string table, string where, List<(string Name, string Sql, Int128 Expected)> sums, CancellationToken cancellationToken)
    {
        await using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own.
        command.CommandText = $"SELECT {string.Join(", ", sums.Select(sum => sum.Sql))} FROM {table} {where}";
#pragma warning restore CA2100
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        for (int i = 0; i < sums.Count; i++)
        {
            decimal found = Read(reader, i);
            if (found != (decimal)sums[i].Expected)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{table}: {sums[i].Name} is {found} instead of {sums[i].Expected}");
            }
        }

        return null;
    }

    private static decimal Read(DbDataReader reader, int ordinal)
    {
        object value = reader.GetValue(ordinal);
        if (value is string parts)
        {
            string[] both = parts.Split('+');
            return (decimal.Parse(both[0], CultureInfo.InvariantCulture) * 1_000_000) + decimal.Parse(both[1], CultureInfo.InvariantCulture);
        }

        return value is DBNull ? -1 : Convert.ToDecimal(value, CultureInfo.InvariantCulture);
    }
}
