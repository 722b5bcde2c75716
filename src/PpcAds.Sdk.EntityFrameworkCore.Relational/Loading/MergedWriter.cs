using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Records;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Sinks;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Loading;

/// <summary>Writes what a report makes of the stored rows: rows, history, ledger, entities and their sums.</summary>
internal sealed class MergedWriter(DbContext context, LoadScope scope, LoadedScope stored, DateTimeOffset now)
{
    /// <summary>How many rows are tracked at the same time.</summary>
    private const int Chunk = 1_000;

    public async Task WriteAsync(MergedReport merged, CancellationToken cancellationToken)
    {
        SumsWindow? before = await SumsWindow.ReadAsync(context, scope, cancellationToken).ConfigureAwait(false);
        DateTimeOffset knownAt = LoadRules.NextInstant(stored.Scope.KnownAt, now);
        stored.Scope.KnownAt = knownAt;
        WriteDays(merged, knownAt, out HashSet<DateOnly> known);
        context.ChangeTracker.DetectChanges();
        await SaveAsync(cancellationToken).ConfigureAwait(false);
        await WriteRowsAsync(merged, known, knownAt, cancellationToken).ConfigureAwait(false);
        if (merged.Days.Any(day => day.State != PerformanceDayState.Unproven))
        {
            await new SumsUpdate(context, scope, stored.Scope.ScopeId, now)
                .RunAsync(merged, before, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <param name="merged">The report.</param>
    /// <param name="knownAt">The instant of the load.</param>
    /// <param name="known">The days that had been loaded before.</param>
    private void WriteDays(MergedReport merged, DateTimeOffset knownAt, out HashSet<DateOnly> known)
    {
        known = [.. stored.Ledger.Values.Where(day => day.FirstLoadedAt is not null).Select(day => day.Date)];
        foreach (PerformanceDay day in merged.Days)
        {
            bool isLoaded = day.State != PerformanceDayState.Unproven;
            if (!stored.Ledger.TryGetValue(day.Date, out PpcPerformanceDay? row))
            {
                row = new PpcPerformanceDay
                {
                    AccountId = scope.AccountId.Value,
                    ProfileId = scope.ProfileId.Value,
                    Dataset = scope.Dataset.Id,
                    Date = day.Date,
                };
                context.Add(row);
            }

            row.FirstLoadedAt ??= isLoaded ? knownAt : null;
            (row.State, row.ReportId, row.ReportGeneratedAt) = (day.State, day.ReportId, day.ReportGeneratedAt);
            (row.LoadedAt, row.Rows, row.RowsRemoved) = (day.LoadedAt, day.Rows, day.RowsRemoved);
            (row.Impressions, row.Clicks, row.Cost) = (day.Impressions, day.Clicks, day.Cost);
            if (isLoaded)
            {
                context.Add(new PpcPerformanceDayLoad
                {
                    ScopeId = stored.Scope.ScopeId,
                    Date = day.Date,
                    LoadedAt = knownAt,
                    ReportGeneratedAt = scope.GeneratedAt,
                });
            }
        }
    }

    private async Task WriteRowsAsync(
        MergedReport merged, HashSet<DateOnly> known, DateTimeOffset knownAt, CancellationToken cancellationToken)
    {
        DbSet<Dictionary<string, object>> facts = context.Set<Dictionary<string, object>>(FactTable.Name);
        foreach (PerformanceRecord[] chunk in merged.Removed.Chunk(Chunk))
        {
            foreach (PerformanceRecord row in chunk)
            {
                facts.Remove(stored.Facts.KeyOf(row));
                NoteChange(row, null);
            }

            await SaveAsync(cancellationToken).ConfigureAwait(false);
        }

        foreach (PerformanceRecord[] chunk in merged.Written.Chunk(Chunk))
        {
            foreach (PerformanceRecord row in chunk)
            {
                PerformanceRecord? old = stored.Records.GetValueOrDefault((row.Date, row.EntityKey));
                _ = old is null ? facts.Add(stored.Facts.RowOf(row)) : facts.Update(stored.Facts.RowOf(row));
                NoteChange(old, row);
            }

            await SaveAsync(cancellationToken).ConfigureAwait(false);
        }

        void NoteChange(PerformanceRecord? old, PerformanceRecord? row)
        {
            PerformanceRecord any = (row ?? old)!;
            PerformanceSums difference = PerformanceSums.Of(row).Subtract(PerformanceSums.Of(old));
            if (known.Contains(any.Date) && difference != PerformanceSums.Zero)
            {
                AddChange(any, row, old, knownAt);
            }
        }
    }

    private void AddChange(PerformanceRecord any, PerformanceRecord? row, PerformanceRecord? old, DateTimeOffset knownAt)
    {
        Dictionary<string, object> change = stored.Facts.KeyOf(any);
        change["known_at"] = knownAt;
        foreach (PerformanceMetric metric in PerformanceMetrics.Aggregated)
        {
            decimal difference = ValueOf(row, metric) - ValueOf(old, metric);
            if (difference != 0)
            {
                change[PerformanceMetrics.GetColumnName(metric)] = FactRows.ToColumn(metric, difference);
            }
        }

        context.Set<Dictionary<string, object>>(ChangeTable.Name).Add(change);

        static decimal ValueOf(PerformanceRecord? record, PerformanceMetric metric) =>
            record?.Metrics.GetValueOrDefault(metric) ?? 0;
    }

    /// <summary>Writes what is tracked, and lets go of it.</summary>
    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        context.ChangeTracker.Clear();
    }
}
