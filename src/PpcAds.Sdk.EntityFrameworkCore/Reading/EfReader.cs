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

    public async Task<ReadPage<PerformanceRecord>> ListPerformanceAsync(
        PerformanceQuery query, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        (int size, IReadOnlyList<string>? after) = Page(page, 3);
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            IQueryable<PpcPerformanceRecord> rows = lease.Context.Set<PpcPerformanceRecord>().AsNoTracking()
                .Where(row => row.AccountId == query.AccountId.Value && row.Dataset == query.Dataset);
            if (query.ProfileId is { } ofProfile)
            {
                rows = rows.Where(row => row.ProfileId == ofProfile.Value);
            }

            if (query.CampaignId is { } campaign)
            {
                rows = rows.Where(row => row.CampaignId == campaign.Value);
            }

            if (query.StartDate is { } start)
            {
                rows = rows.Where(row => row.Date >= start);
            }

            if (query.EndDate is { } end)
            {
                rows = rows.Where(row => row.Date <= end);
            }

            if (after is not null)
            {
                (long profile, DateOnly date, string key) = (PageToken.ReadNumber(after[0]), PageToken.ReadDate(after[1]), after[2]);
#pragma warning disable CA1309 // Translated to SQL; the column's collation compares byte by byte.
                rows = rows.Where(row => row.ProfileId > profile
                    || (row.ProfileId == profile && (row.Date > date || (row.Date == date && string.Compare(row.EntityKey, key) > 0))));
#pragma warning restore CA1309
            }

            List<PpcPerformanceRecord> found = await rows.OrderBy(row => row.ProfileId).ThenBy(row => row.Date).ThenBy(row => row.EntityKey)
                .Take(size + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
            return ToPage(found, size, RecordMapping.ToRecord, row => PageToken.Write(row.ProfileId, row.Date, row.EntityKey));
        }
    }

    public async Task<IReadOnlyList<PerformanceDay>> ListDaysAsync(
        AccountId accountId, ProfileId profileId, string dataset, CancellationToken cancellationToken = default)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            List<PpcPerformanceDay> rows = await lease.Context.Set<PpcPerformanceDay>().AsNoTracking()
                .Where(row => row.AccountId == accountId.Value && row.ProfileId == profileId.Value && row.Dataset == dataset)
                .OrderBy(row => row.Date).ToListAsync(cancellationToken).ConfigureAwait(false);
            return
            [
                .. rows.Select(row => new PerformanceDay
                {
                    Date = row.Date,
                    State = row.State,
                    ReportId = row.ReportId,
                    ReportGeneratedAt = row.ReportGeneratedAt,
                    LoadedAt = row.LoadedAt,
                    Rows = row.Rows,
                    RowsRemoved = row.RowsRemoved,
                    Impressions = row.Impressions,
                    Clicks = row.Clicks,
                    Cost = row.Cost,
                }),
            ];
        }
    }

    private static (int Size, IReadOnlyList<string>? After) Page(PageRequest? page, int keys)
    {
        page ??= new PageRequest();
        page.Validate();
        return (page.Size, PageToken.Read(page.After, keys));
    }

    private static ReadPage<TItem> ToPage<TRow, TItem>(List<TRow> rows, int size, Func<TRow, TItem> map, Func<TRow, string> token)
    {
        bool more = rows.Count > size;
        return new ReadPage<TItem>([.. rows.Take(size).Select(map)], more ? token(rows[size - 1]) : null);
    }
}
