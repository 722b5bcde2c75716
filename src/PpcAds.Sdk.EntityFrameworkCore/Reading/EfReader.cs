using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Reading;

/// <summary>Keyset pages over the tables.</summary>
internal sealed class EfReader(IPpcAdsContexts contexts, PpcAdsSqlDialect dialect) : IPpcAdsReader
{
    public Task<ReadPage<StoredEntity<T>>> ListEntitiesAsync<T>(
        EntityQuery query, PageRequest? page = null, CancellationToken cancellationToken = default)
        where T : class, IEntityRecord<T> =>
        new EntityReader<T>(contexts, dialect).ListAsync(query, page ?? new PageRequest(), cancellationToken);

    public Task<IReadOnlyList<EntityPresence>> CountPresenceAsync(
        PresenceQuery query, CancellationToken cancellationToken = default) =>
        new PresenceReader(contexts, dialect).CountAsync(query, cancellationToken);

    public Task<ReadPage<PerformanceRecord>> ListPerformanceAsync(
        PerformanceQuery query, PageRequest? page = null, CancellationToken cancellationToken = default) =>
        new PerformanceReader(contexts, dialect).ListAsync(query, page ?? new PageRequest(), cancellationToken);

    public Task<IReadOnlyList<PerformanceTotals>> SumPerformanceAsync(
        PerformanceQuery query, CancellationToken cancellationToken = default) =>
        new PerformanceReader(contexts, dialect).SumAsync(query, cancellationToken);

    public Task<ReadPage<PerformanceFreshness>> ListFreshnessAsync(
        AccountId accountId,
        ProfileId? profileId = null,
        PageRequest? page = null,
        CancellationToken cancellationToken = default) =>
        new FreshnessReader(contexts, dialect).ListAsync(accountId, profileId, page ?? new PageRequest(), cancellationToken);

    public async Task<IReadOnlyList<PerformanceDay>> ListDaysAsync(
        AccountId accountId, ProfileId profileId, string dataset, CancellationToken cancellationToken = default)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            List<PpcPerformanceDay> rows = await lease.Context.Set<PpcPerformanceDay>().AsNoTracking()
                .Where(row => row.AccountId == accountId.Value && row.ProfileId == profileId.Value && row.Dataset == dataset)
                .OrderBy(row => row.Date).ToListAsync(cancellationToken).ConfigureAwait(false);
            return [.. rows.Select(row => row.ToDay())];
        }
    }
}
