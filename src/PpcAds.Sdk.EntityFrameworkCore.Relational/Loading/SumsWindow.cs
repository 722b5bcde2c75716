using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Loading;

/// <summary>The days that sums on entities are of.</summary>
/// <param name="From">The first day of the ledger that counts.</param>
/// <param name="AsOf">The last one, with which the 30 days end.</param>
internal sealed record SumsWindow(DateOnly From, DateOnly AsOf)
{
    private const int Length = 30;

    /// <summary>Gets the first of the last 30 days.</summary>
    public DateOnly FirstRecent => AsOf.AddDays(1 - Length);

    public static async Task<SumsWindow?> ReadAsync(DbContext context, LoadScope scope, CancellationToken cancellationToken)
    {
        IQueryable<PpcPerformanceDay> days = context.Set<PpcPerformanceDay>()
            .Where(day => day.AccountId == scope.AccountId.Value && day.ProfileId == scope.ProfileId.Value
                && day.Dataset == scope.Dataset.Id)
            .Where(day => day.State != PerformanceDayState.Unproven || day.Rows > 0);
        DateOnly? from = await days.MinAsync(day => (DateOnly?)day.Date, cancellationToken).ConfigureAwait(false);
        DateOnly? asOf = await days.MaxAsync(day => (DateOnly?)day.Date, cancellationToken).ConfigureAwait(false);
        return from is { } first && asOf is { } last ? new SumsWindow(first, last) : null;
    }
}
