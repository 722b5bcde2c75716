using System.Text.RegularExpressions;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>What several views have in common.</summary>
internal sealed partial class ViewParts(PpcAdsModelDialect dialect, string prefix)
{
    private static readonly (string Name, string Dividend, string Divisor)[] Ratios =
    [
        ("ctr", "clicks", "impressions"),
        ("cpc", "cost", "clicks"),
        ("cvr", "orders", "clicks"),
        ("acos", "cost", "sales"),
        ("roas", "sales", "cost"),
    ];

    public PpcAdsModelDialect Dialect => dialect;

    /// <summary>
    /// The records of some datasets: scopes <c>s</c> with their profiles <c>p</c> and rows <c>r</c>. From the few scopes to
    /// their rows: databases that join in the order of the clauses look up the profile once, and not for each row.
    /// </summary>
    public string Records =>
        $"""
        FROM {Of(PpcAdsTables.Scopes)} s
        LEFT JOIN {Of("ppc_profiles")} p
          ON p.account_id = s.account_id
          AND p.profile_id = s.profile_id
        JOIN {Of(FactTable.Name)} r
          ON r.scope_id = s.scope_id
        """;

    /// <summary>
    /// Writes SQL over records <c>r</c> as SQL over <see cref="Records"/>. Not by a query within the query: SQLite reads all
    /// views whenever a file is opened, and each column would be there twice.
    /// </summary>
    /// <param name="sql">The SQL, with the columns of <c>performance_records</c> as <c>r.column</c>.</param>
    /// <param name="kind">The datasets, such as <c>.campaign</c>.</param>
    public string OverRecords(string sql, string kind)
    {
        Dictionary<string, string> columns = new RecordColumns(dialect) { Datasets = DatasetsOf(kind) }.All
            .ToDictionary(column => column.Name, column => column.Sql, StringComparer.Ordinal);
        columns["profile_name"] = "p.name";
        columns["country_code"] = "p.country_code";
        columns["ad_product"] = "s.ad_product";
        string replaced = RecordColumn().Replace(sql, column => columns[column.Groups[1].Value]);
        return NullForNull().Replace(replaced, "NULLIF($1, 0)");
    }

    /// <summary>The name of a table with its schema.</summary>
    public string Of(string table) => prefix + table;

    /// <summary>The three datasets of a kind, such as <c>.campaign</c>; those that do not exist have no rows.</summary>
    public static string IsOf(string column, string kind) => $"{column} IN ('sp{kind}', 'sb{kind}', 'sd{kind}')";

    /// <summary>The datasets of a kind that exist.</summary>
    public static IReadOnlyList<Dataset> DatasetsOf(string kind) =>
        [.. Datasets.All.Where(dataset => dataset.Id.EndsWith(kind, StringComparison.Ordinal))];

    /// <summary>The fractions, each null when its divisor is 0.</summary>
    public IEnumerable<(string Name, string Sql)> Fractions(string alias) => Ratios.Select(ratio =>
        (ratio.Name, dialect.Ratio(
            $"{alias}.{ratio.Dividend}", IsMoney(ratio.Dividend), $"{alias}.{ratio.Divisor}", IsMoney(ratio.Divisor))));

    /// <summary>Cost and sales in the reporting currency: null on a day without a rate.</summary>
    public IEnumerable<(string Name, string Sql)> InReportingCurrency(string alias) =>
    [
        ("cost_reporting", dialect.Converted(Money(alias, "cost"), "x.rate")),
        ("sales_reporting", dialect.Converted(Money(alias, "sales"), "x.rate")),
    ];

    /// <summary>An amount in units of its currency, of a row that has it as tables have it.</summary>
    public string Money(string alias, string name) =>
        dialect.MoneyViewColumns(name, $"{alias}.{dialect.MoneyColumn(name)}")[^1].Sql;

    public string JoinProfile(string alias) =>
        $"""
        LEFT JOIN {Of("ppc_profiles")} p
          ON p.account_id = {alias}.account_id
          AND p.profile_id = {alias}.profile_id
        """;

    public string JoinRate(string alias) =>
        $"""
        LEFT JOIN {Of(PpcAdsTables.ExchangeRates)} x
          ON x.currency = {alias}.currency
          AND x.date = {alias}.date
        """;

    [GeneratedRegex(@"\br\.([a-z_0-9]+)")]
    private static partial Regex RecordColumn();

    /// <summary>What is null already need not become 0 before it becomes null.</summary>
    [GeneratedRegex(@"NULLIF\(COALESCE\((r\.[a-z_0-9]+), 0\), 0\)")]
    private static partial Regex NullForNull();

    private static bool IsMoney(string column) => column is "cost" or "sales";
}
