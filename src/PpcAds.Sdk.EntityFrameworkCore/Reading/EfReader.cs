using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Reading;

/// <summary>Keyset pages over the tables.</summary>
internal sealed class EfReader(IPpcAdsContexts contexts) : IPpcAdsReader
{
    public async Task<ReadPage<StoredEntity<ProfileRecord>>> ListProfilesAsync(
        EntityQuery query, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        (int size, IReadOnlyList<string>? after) = Page(page, 1);
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            IQueryable<PpcProfile> rows = Of<PpcProfile>(lease, query);
            if (after is not null)
            {
                long last = PageToken.ReadNumber(after[0]);
                rows = rows.Where(row => row.ProfileId > last);
            }

            List<PpcProfile> found = await rows.OrderBy(row => row.ProfileId).Take(size + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
            return ToPage(found, size, EntityMapping.ToStored, row => PageToken.Write(row.ProfileId));
        }
    }

    public async Task<ReadPage<StoredEntity<CampaignRecord>>> ListCampaignsAsync(
        EntityQuery query, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        (int size, IReadOnlyList<string>? after) = Page(page, 2);
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            IQueryable<PpcCampaign> rows = Of<PpcCampaign>(lease, query);
            if (query.CampaignId is { } campaign)
            {
                rows = rows.Where(row => row.CampaignId == campaign.Value);
            }

            if (after is not null)
            {
                (long profile, long last) = (PageToken.ReadNumber(after[0]), PageToken.ReadNumber(after[1]));
                rows = rows.Where(row => row.ProfileId > profile || (row.ProfileId == profile && row.CampaignId > last));
            }

            List<PpcCampaign> found = await rows.OrderBy(row => row.ProfileId).ThenBy(row => row.CampaignId).Take(size + 1)
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            return ToPage(found, size, EntityMapping.ToStored, row => PageToken.Write(row.ProfileId, row.CampaignId));
        }
    }

    public async Task<ReadPage<StoredEntity<AdGroupRecord>>> ListAdGroupsAsync(
        EntityQuery query, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        (int size, IReadOnlyList<string>? after) = Page(page, 2);
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            IQueryable<PpcAdGroup> rows = Of<PpcAdGroup>(lease, query);
            if (query.CampaignId is { } campaign)
            {
                rows = rows.Where(row => row.CampaignId == campaign.Value);
            }

            if (after is not null)
            {
                (long profile, long last) = (PageToken.ReadNumber(after[0]), PageToken.ReadNumber(after[1]));
                rows = rows.Where(row => row.ProfileId > profile || (row.ProfileId == profile && row.AdGroupId > last));
            }

            List<PpcAdGroup> found = await rows.OrderBy(row => row.ProfileId).ThenBy(row => row.AdGroupId).Take(size + 1)
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            return ToPage(found, size, EntityMapping.ToStored, row => PageToken.Write(row.ProfileId, row.AdGroupId));
        }
    }

    public async Task<ReadPage<StoredEntity<KeywordRecord>>> ListKeywordsAsync(
        EntityQuery query, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        (int size, IReadOnlyList<string>? after) = Page(page, 2);
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            IQueryable<PpcKeyword> rows = Of<PpcKeyword>(lease, query);
            if (query.CampaignId is { } campaign)
            {
                rows = rows.Where(row => row.CampaignId == campaign.Value);
            }

            if (after is not null)
            {
                (long profile, long last) = (PageToken.ReadNumber(after[0]), PageToken.ReadNumber(after[1]));
                rows = rows.Where(row => row.ProfileId > profile || (row.ProfileId == profile && row.KeywordId > last));
            }

            List<PpcKeyword> found = await rows.OrderBy(row => row.ProfileId).ThenBy(row => row.KeywordId).Take(size + 1)
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            return ToPage(found, size, EntityMapping.ToStored, row => PageToken.Write(row.ProfileId, row.KeywordId));
        }
    }

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

    private static IQueryable<T> Of<T>(ContextLease lease, EntityQuery query)
        where T : PpcEntity
    {
        IQueryable<T> rows = lease.Context.Set<T>().AsNoTracking().Where(row => row.AccountId == query.AccountId.Value);
        return query.ProfileId is { } profile ? rows.Where(row => row.ProfileId == profile.Value) : rows;
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
