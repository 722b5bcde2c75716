using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Loading;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Aggregates;

/// <summary>By what a load changes the sums: rows that came, or differences.</summary>
internal sealed class AggregateSource
{
    private AggregateSource(string? diff, DateOnly first, DateOnly last)
    {
        DiffSql = diff;
        First = first;
        Last = last;
    }

    /// <summary>The differences as rows that add up, as SQL; <see langword="null"/> when all rows of some days came.</summary>
    public string? DiffSql { get; }

    /// <summary>The first of those days.</summary>
    public DateOnly First { get; }

    /// <summary>The last of those days.</summary>
    public DateOnly Last { get; }

    /// <summary>All rows of some days, of which there were none before.</summary>
    public static AggregateSource Loaded(DateOnly first, DateOnly last) => new(null, first, last);

    /// <summary>The table of differences.</summary>
    /// <param name="dialect">The database.</param>
    /// <param name="removes">Whether what vanished is removed.</param>
    public static AggregateSource Diff(PpcAdsSqlDialect dialect, bool removes)
    {
        string metrics = string.Join(", ", PerformanceMetrics.Aggregated.Select(metric => StagingTable.ColumnOf(dialect, metric))
            .Select(column => $"COALESCE(d.{column}, 0) - COALESCE(d.old_{column}, 0) AS {column}"));
        int last = removes ? ScopeDiff.Vanished : ScopeDiff.Changed;
        return new AggregateSource(
            $"(SELECT d.date, d.campaign_id, d.ad_group_id, d.target_id, d.target_kind, d.target_text, d.match_type, d.currency, {metrics} "
            + $"FROM {ScopeDiff.Table} d WHERE d.kind <= {last})",
            default,
            default);
    }
}
