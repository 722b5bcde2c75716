using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Loading;

/// <summary>Writes the sums of entities; what is right is not written.</summary>
internal sealed class SummedEntities<TRow>(
    DbContext context,
    IQueryable<TRow> rows,
    Expression<Func<TRow, long>> id,
    RowSums sums,
    LoadScope scope,
    DateTimeOffset now)
    where TRow : PpcPerformanceEntity
{
    private readonly Func<TRow, long> _idOf = id.Compile();

    public async Task UpdateAsync(long[] ids, SumsWindow window, CancellationToken cancellationToken)
    {
        Dictionary<long, EntityTotal> totals = await sums.OfAsync(ids, window, cancellationToken).ConfigureAwait(false);
        string name = ((MemberExpression)id.Body).Member.Name;
        List<TRow> found = await rows.Where(row => ids.Contains(EF.Property<long>(row, name)))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (TRow row in found)
        {
            Write(row, totals.GetValueOrDefault(_idOf(row), EntityTotal.None), window);
        }

        context.ChangeTracker.DetectChanges();
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        context.ChangeTracker.Clear();
    }

    private void Write(TRow row, EntityTotal total, SumsWindow window)
    {
        (row.PerformanceFrom, row.AsOf, row.AttributionDays) = (window.From, window.AsOf, scope.AttributionDays);
        row.Currency = total.Currency ?? row.Currency;
        (PerformanceSums all, PerformanceSums last) = (total.Total, total.Recent);
        if (IsSame(row, all, last))
        {
            return;
        }

        row.ChangedAt = now;
        (row.ImpressionsTotal, row.ClicksTotal, row.CostTotal) = (all.Impressions, all.Clicks, all.Cost);
        (row.SalesTotal, row.OrdersTotal, row.UnitsTotal) = (all.Sales, all.Orders, all.Units);
        (row.Impressions30d, row.Clicks30d, row.Cost30d) = (last.Impressions, last.Clicks, last.Cost);
        (row.Sales30d, row.Orders30d, row.Units30d) = (last.Sales, last.Orders, last.Units);
        EntityEntry<TRow> entry = context.Entry(row);
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
