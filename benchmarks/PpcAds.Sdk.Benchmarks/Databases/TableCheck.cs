using System.Data.Common;
using System.Globalization;
using PpcAds.Sdk.Benchmarks.Input;

namespace PpcAds.Sdk.Benchmarks.Databases;

/// <summary>Holds what is in the tables against what the report was made of.</summary>
/// <param name="connection">A connection to the database.</param>
/// <param name="isSqlite">Whether that is SQLite, else PostgreSQL.</param>
/// <param name="dataset">The dataset whose rows are compared.</param>
internal sealed class TableCheck(DbConnection connection, bool isSqlite, string dataset)
{
    /// <summary>What the SDK's rows are read by.</summary>
    public const string Records = "performance_records";

    private const int FirstText = 4;
    private const int FirstMetric = 9;

    private string Scope =>
        string.Create(CultureInfo.InvariantCulture, $"dataset = '{dataset}' AND profile_id = {ReportSource.ProfileId}");

    /// <summary>
    /// What differs in the rows, or null. Every row is read and compared in all that it says; which column differs is then seen
    /// from the sums.
    /// </summary>
    public async Task<string?> CompareRowsAsync(string table, ReportTotals expected, CancellationToken cancellationToken)
    {
        ulong prints = await ReadPrintsAsync(table, cancellationToken);
        return prints == expected.Prints
            ? null
            : await CompareSumsAsync(table, expected, cancellationToken)
                ?? $"{table}: texts differ, or rows have values of others; all sums are right";
    }

    /// <summary>What differs in the SDK's own table when rows of no scope are in it, or null.</summary>
    public Task<string?> CompareFactsAsync(ReportTotals expected, CancellationToken cancellationToken) => CompareAsync(
        FactsRow.Table,
        "",
        [
            ("rows", "count(*)", expected.Rows),
            ("target_id", SumOfIds("target_id"), expected.TargetIds),
            ("clicks", "sum(clicks)", expected.Sums[ReportMetrics.Clicks]),
            ("cost", SumOfMoney("cost"), expected.Sums[ReportMetrics.Cost]),
            ("sales_30d", SumOfMoney("sales_30d"), expected.Sums[ReportMetrics.Sales30d]),
        ],
        cancellationToken);

    /// <summary>
    /// What differs in the ledger and in the sums on keywords and targets, or null: what the SDK keeps in addition to the rows.
    /// Search terms are no entities, and have no sums.
    /// </summary>
    public async Task<string?> CompareKeptSumsAsync(ReportTotals expected, CancellationToken cancellationToken)
    {
        string money = isSqlite ? "_micros" : "";
        string? ledger = await CompareAsync(
            "performance_days",
            $"WHERE {Scope} AND state = 'loaded'",
            [
                ("days", "count(*)", ReportSource.Days),
                ("rows", "sum(rows)", expected.Rows),
                ("impressions", "sum(impressions)", expected.Sums[ReportMetrics.Impressions]),
                ("clicks", "sum(clicks)", expected.Sums[ReportMetrics.Clicks]),
                ("cost", KeptMoney("cost"), expected.Sums[ReportMetrics.Cost]),
            ],
            cancellationToken);
        if (ledger is not null || dataset != "sp.target")
        {
            return ledger;
        }

        string columns = $"clicks_total, cost_total{money}, sales_total{money}, units_total, profile_id";
        return await CompareAsync(
            $"(SELECT {columns} FROM ppc_keywords UNION ALL SELECT {columns} FROM ppc_targets) AS entities",
            string.Create(CultureInfo.InvariantCulture, $"WHERE profile_id = {ReportSource.ProfileId}"),
            [
                ("clicks", "sum(clicks_total)", expected.Sums[ReportMetrics.Clicks]),
                ("cost", KeptMoney("cost_total"), expected.Sums[ReportMetrics.Cost]),
                ("sales", KeptMoney("sales_total"), expected.Sums[ReportMetrics.Sales7d]),
                ("units", "sum(units_total)", expected.Sums[ReportMetrics.Units7d]),
            ],
            cancellationToken);
    }

    private async Task<ulong> ReadPrintsAsync(string table, CancellationToken cancellationToken)
    {
        IEnumerable<string> metrics = ReportMetrics.Stored.Select(stored =>
            ReportMetrics.IsMoney(stored.Metric) ? MillionthsOf(stored.Column) : $"COALESCE({stored.Column}, 0)");
        await using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own.
        command.CommandText = $"""
            SELECT date, campaign_id, ad_group_id, target_id, target_kind, target_text, match_type, search_term, currency,
              {string.Join(", ", metrics)}
            FROM {table}
            WHERE {Scope}
            """;
#pragma warning restore CA2100
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        ulong prints = 0;
        while (await reader.ReadAsync(cancellationToken))
        {
            prints += PrintOf(reader);
        }

        return prints;
    }

    private static ulong PrintOf(DbDataReader reader)
    {
        var print = default(RowPrint);
        print.Add(reader.GetFieldValue<DateOnly>(0).DayNumber);
        for (int i = 1; i < FirstText; i++)
        {
            print.Add(reader.IsDBNull(i) ? 0 : reader.GetInt64(i));
        }

        for (int i = FirstText; i < FirstMetric; i++)
        {
            print.Add(reader.IsDBNull(i) ? "" : reader.GetString(i));
        }

        for (int i = FirstMetric; i < reader.FieldCount; i++)
        {
            print.Add(reader.GetInt64(i));
        }

        return print.Value;
    }

    private Task<string?> CompareSumsAsync(string table, ReportTotals expected, CancellationToken cancellationToken)
    {
        string day = isSqlite ? "julianday(date) - julianday('2026-01-12')" : "date - DATE '2026-01-12'";
        List<(string Name, string Sql, Int128 Expected)> sums =
        [
            ("rows", "count(*)", expected.Rows),
            ("days", $"sum({day})", expected.Days),
            ("campaign_id", SumOfIds("campaign_id"), expected.CampaignIds),
            ("ad_group_id", SumOfIds("ad_group_id"), expected.AdGroupIds),
            ("target_id", SumOfIds("target_id"), expected.TargetIds),
            .. ReportMetrics.Stored.Select(stored => (
                stored.Column,
                ReportMetrics.IsMoney(stored.Metric) ? SumOfMoney(stored.Column) : $"sum({stored.Column})",
                (Int128)expected.Sums[stored.Metric])),
        ];
        return CompareAsync(table, $"WHERE {Scope}", sums, cancellationToken);
    }

    /// <summary>
    /// A bigint: what has more decimals in the table would show in PostgreSQL's numeric, and SQLite stores integers.
    /// </summary>
    private string MillionthsOf(string column) => isSqlite
        ? $"CAST(round(COALESCE({column}, 0) * 1000000) AS INTEGER)"
        : $"(COALESCE({column}, 0) * 1000000)::bigint";

    /// <summary>In hundredths. What has more decimals in the table would show.</summary>
    private string SumOfMoney(string column) => isSqlite ? $"sum({MillionthsOf(column)}) / 10000.0" : $"sum({column}) * 100";

    /// <summary>The same of tables that have millionths in SQLite.</summary>
    private string KeptMoney(string column) => isSqlite ? $"sum({column}_micros) / 10000.0" : $"sum({column}) * 100";

    /// <summary>SQLite's sums are of 64 bits: ids are summed in two parts there, and put together by <see cref="Read"/>.</summary>
    private string SumOfIds(string column) =>
        isSqlite ? $"sum({column} / 1000000) || '+' || sum({column} % 1000000)" : $"sum({column})";

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
