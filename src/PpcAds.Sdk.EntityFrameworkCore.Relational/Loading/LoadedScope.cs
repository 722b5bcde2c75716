using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Records;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Loading;

/// <summary>What is stored of the profile, dataset and days of a load before it.</summary>
/// <param name="Scope">The number of profile and dataset, tracked.</param>
/// <param name="Facts">Their rows.</param>
/// <param name="Ledger">The days of the load, tracked.</param>
/// <param name="Records">The rows of those days that can change.</param>
internal sealed record LoadedScope(
    PpcPerformanceScope Scope,
    FactRows Facts,
    Dictionary<DateOnly, PpcPerformanceDay> Ledger,
    Dictionary<(DateOnly Date, string Key), PerformanceRecord> Records)
{
    public static async Task<LoadedScope> ReadAsync(DbContext context, LoadScope scope, CancellationToken cancellationToken)
    {
        PpcPerformanceScope row = await FindOrAddAsync(context, scope, cancellationToken).ConfigureAwait(false);
        Dictionary<DateOnly, PpcPerformanceDay> ledger = await context.Set<PpcPerformanceDay>().AsTracking()
            .Where(day => day.AccountId == row.AccountId && day.ProfileId == row.ProfileId && day.Dataset == row.Dataset)
            .Where(day => day.Date >= scope.StartDate && day.Date <= scope.EndDate)
            .ToDictionaryAsync(day => day.Date, cancellationToken).ConfigureAwait(false);
        var facts = new FactRows(row);
        var records = new Dictionary<(DateOnly, string), PerformanceRecord>();
        IAsyncEnumerable<Dictionary<string, object>> stored = FactRows.Of(context, row.ScopeId)
            .Where(FactRows.Between(scope.FirstDate, scope.EndDate)).AsAsyncEnumerable();
        await foreach (Dictionary<string, object> fact in stored.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            PerformanceRecord record = facts.RecordOf(fact);
            records.Add((record.Date, record.EntityKey), record);
        }

        return new LoadedScope(row, facts, ledger, records);
    }

    private static async Task<PpcPerformanceScope> FindOrAddAsync(
        DbContext context, LoadScope scope, CancellationToken cancellationToken)
    {
        PpcPerformanceScope? row = await context.Set<PpcPerformanceScope>().AsTracking()
            .FirstOrDefaultAsync(
                known => known.AccountId == scope.AccountId.Value && known.ProfileId == scope.ProfileId.Value
                    && known.Dataset == scope.Dataset.Id,
                cancellationToken).ConfigureAwait(false);
        if (row is null)
        {
            row = new PpcPerformanceScope
            {
                AccountId = scope.AccountId.Value,
                ProfileId = scope.ProfileId.Value,
                Dataset = scope.Dataset.Id,
                AdProduct = scope.Dataset.AdProduct,
            };
            context.Add(row);
        }

        row.Metrics = PpcPerformanceScope.MetricsOf(scope.Dataset);
        context.ChangeTracker.DetectChanges();
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return row;
    }
}
