using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Entities;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Loading;

/// <summary>Writes the sums of entities, and adds those that no list knows; what is right is not written.</summary>
internal sealed class SummedEntities<TRow, T>(SummedLoad load, RowSums sums)
    where TRow : PpcPerformanceEntity
    where T : class, IEntityRecord<T>
{
    /// <summary>How many entities are tracked, and named in a statement, at the same time.</summary>
    private const int Chunk = 500;

    private readonly EntityRows _rows = EntityRows.Of(load.Context, T.Table);

    /// <summary>Brings sums up to date.</summary>
    /// <param name="touched">The entities whose rows changed, as the report names them.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    public async Task RunAsync(IReadOnlyList<T> touched, CancellationToken cancellationToken)
    {
        (LoadScope scope, SumsWindow window, string id) = (load.Scope, load.Window, _rows.NameOf(T.Table.IdColumn));
        string product = _rows.NameOf(EntityRows.AdProduct);
        IQueryable<TRow> rows = load.Context.Set<TRow>().AsTracking()
            .Where(row => row.AccountId == scope.AccountId.Value && row.ProfileId == scope.ProfileId.Value)
            .Where(row => EF.Property<string>(row, product) == scope.Dataset.AdProduct);

        // Those that a list added since the last load have no sums yet.
        IQueryable<TRow> due = load.IsMoved
            ? rows
            : rows.Where(row => row.AsOf != window.AsOf || row.PerformanceFrom != window.From);
        List<long> ids = await due.Select(row => EF.Property<long>(row, id)).ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        if (load.IsMoved)
        {
            await sums.ReadAllAsync(window, cancellationToken).ConfigureAwait(false);
        }

        Dictionary<long, T> reported = touched.ToDictionary(entity => entity.EntityId);
        foreach (long[] chunk in ids.Union(reported.Keys).Chunk(Chunk))
        {
            List<TRow> found = await rows.Where(row => chunk.Contains(EF.Property<long>(row, id)))
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            await WriteAsync(chunk, found, reported, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task WriteAsync(
        long[] ids, List<TRow> found, Dictionary<long, T> reported, CancellationToken cancellationToken)
    {
        Dictionary<long, EntityTotal> totals = await sums.OfAsync(ids, load.Window, cancellationToken).ConfigureAwait(false);
        Dictionary<long, EntityEntry> entries = found.Select(row => (EntityEntry)load.Context.Entry(row))
            .ToDictionary(_rows.IdOf);
        foreach (long id in ids)
        {
            if (!entries.TryGetValue(id, out EntityEntry? entry))
            {
                entry = _rows.Write(null, Stub(reported[id]));
            }

            Write((TRow)entry.Entity, entry, totals.GetValueOrDefault(id, EntityTotal.None));
        }

        load.Context.ChangeTracker.DetectChanges();
        await load.Context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        load.Context.ChangeTracker.Clear();
    }

    private StoredEntity<T> Stub(T entity) => new()
    {
        AccountId = load.Scope.AccountId,
        ProfileId = load.Scope.ProfileId,
        Entity = entity,
        Source = EntitySource.Report,
        FirstSeenAt = load.Now,
        LastSeenAt = load.Now,
        ChangedAt = load.Now,
    };

    private void Write(TRow row, EntityEntry entry, EntityTotal total)
    {
        (row.PerformanceFrom, row.AsOf) = (load.Window.From, load.Window.AsOf);
        row.AttributionDays = load.Scope.AttributionDays;
        row.Currency = total.Currency ?? row.Currency;
        (PerformanceSums all, PerformanceSums last) = (total.Total, total.Recent);
        if (IsSame(row, all, last))
        {
            return;
        }

        row.ChangedAt = load.Now;
        (row.ImpressionsTotal, row.ClicksTotal, row.CostTotal) = (all.Impressions, all.Clicks, all.Cost);
        (row.SalesTotal, row.OrdersTotal, row.UnitsTotal) = (all.Sales, all.Orders, all.Units);
        (row.Impressions30d, row.Clicks30d, row.Cost30d) = (last.Impressions, last.Clicks, last.Cost);
        (row.Sales30d, row.Orders30d, row.Units30d) = (last.Sales, last.Orders, last.Units);
        WriteRates("Total", all);
        WriteRates("30d", last);

        // Other stores have the database compute them.
        void WriteRates(string suffix, PerformanceSums figures)
        {
            entry.Property("Ctr" + suffix).CurrentValue = (double?)figures.Ctr;
            entry.Property("Cpc" + suffix).CurrentValue = (double?)figures.Cpc;
            entry.Property("Cvr" + suffix).CurrentValue = (double?)figures.Cvr;
            entry.Property("Acos" + suffix).CurrentValue = (double?)figures.Acos;
            entry.Property("Roas" + suffix).CurrentValue = (double?)figures.Roas;
        }
    }

    private static bool IsSame(TRow row, PerformanceSums all, PerformanceSums last) =>
        (row.ImpressionsTotal, row.ClicksTotal, row.CostTotal, row.SalesTotal, row.OrdersTotal, row.UnitsTotal)
            == (all.Impressions, all.Clicks, all.Cost, all.Sales, all.Orders, all.Units)
        && (row.Impressions30d, row.Clicks30d, row.Cost30d, row.Sales30d, row.Orders30d, row.Units30d)
            == (last.Impressions, last.Clicks, last.Cost, last.Sales, last.Orders, last.Units);
}
