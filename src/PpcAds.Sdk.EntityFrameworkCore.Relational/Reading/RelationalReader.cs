using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Entities;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Records;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Reading;

/// <summary>Keyset pages over the tables.</summary>
internal sealed class RelationalReader(Transactions transactions) : IPpcAdsReader
{
    public Task<ReadPage<StoredEntity<T>>> ListEntitiesAsync<T>(
        EntityQuery query, PageRequest? page = null, CancellationToken cancellationToken = default)
        where T : class, IEntityRecord<T>
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Validate(T.Table);
        page ??= new PageRequest();
        page.Validate();
        IReadOnlyList<string>? after = PageToken.Read(page.After, T.Table.KeyColumns.Count);
        return transactions.ReadAsync(
            async (context, token) =>
            {
                EntityRows rows = EntityRows.Of(context, T.Table);
                List<EntityEntry> found = await rows.ListAsync(query, after, page.Size + 1, token).ConfigureAwait(false);
                return page.Cut(
                    [.. found.Select(rows.Read<T>)],
                    stored => stored,
                    stored => PageToken.Write(T.Table, stored.ProfileId, stored.Entity));
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<EntityPresence>> CountPresenceAsync(
        PresenceQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return transactions.ReadAsync<IReadOnlyList<EntityPresence>>(
            async (context, token) =>
            {
                var counted = new List<EntityPresence>();
                foreach (EntityTable table in EntityTables.All.Where(table => table.IsOfProfile))
                {
                    counted.AddRange(await EntityRows.Of(context, table).CountAsync(query, token).ConfigureAwait(false));
                }

                return counted;
            },
            cancellationToken);
    }

    public Task<ReadPage<PerformanceRecord>> ListPerformanceAsync(
        PerformanceQuery query, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        page ??= new PageRequest();
        page.Validate();
        IReadOnlyList<string>? after = PageToken.Read(page.After, 4);
        long first = after is not null ? PageToken.ReadNumber(after[0]) : query.ProfileId?.Value ?? 0;
        RowPlace? last = after is not null ? RowPlace.Read(after) : null;
        return transactions.ReadAsync(
            async (context, token) =>
            {
                List<PpcPerformanceScope> scopes = await Scopes(context, query).Where(scope => scope.ProfileId >= first)
                    .OrderBy(scope => scope.ProfileId).ToListAsync(token).ConfigureAwait(false);
                var found = new List<(RowPlace Place, PerformanceRecord Record)>();
                foreach (PpcPerformanceScope scope in scopes.TakeWhile(_ => found.Count <= page.Size))
                {
                    var facts = new FactRows(scope);
                    IQueryable<Dictionary<string, object>> rows = Matching(FactRows.Of(context, scope.ScopeId), query);
                    List<Dictionary<string, object>> read = await PerformancePage
                        .After(rows, scope.ProfileId == first ? last : null, page.Size + 1 - found.Count)
                        .ToListAsync(token).ConfigureAwait(false);
                    found.AddRange(read.Select(row => (FactRows.PlaceOf(row), facts.RecordOf(row))));
                }

                return page.Cut(found, row => row.Record, row => row.Place.Write(row.Record.ProfileId));
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<PerformanceTotals>> SumPerformanceAsync(
        PerformanceQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return transactions.ReadAsync<IReadOnlyList<PerformanceTotals>>(
            async (context, token) =>
            {
                IQueryable<int> scopes = Scopes(context, query).Select(scope => scope.ScopeId);
                IQueryable<Dictionary<string, object>> rows = context.Set<Dictionary<string, object>>(FactTable.Name)
                    .Where(row => scopes.Contains(EF.Property<int>(row, FactRows.ScopeId)));
                List<SummedFigures> sums = await FactSums.ByCurrency(Matching(rows, query)).ToListAsync(token)
                    .ConfigureAwait(false);
                return
                [
                    .. sums.OrderBy(one => one.Currency, StringComparer.Ordinal)
                        .Select(one => new PerformanceTotals(one.Currency, one.Rows, one.ToSums())),
                ];
            },
            cancellationToken);
    }

    public Task<ReadPage<PerformanceFreshness>> ListFreshnessAsync(
        AccountId accountId,
        ProfileId? profileId = null,
        PageRequest? page = null,
        CancellationToken cancellationToken = default)
    {
        page ??= new PageRequest();
        page.Validate();
        IReadOnlyList<string>? after = PageToken.Read(page.After, 2);
        (long Profile, string Dataset) last = after is null ? (0, "") : (PageToken.ReadNumber(after[0]), after[1]);
        return transactions.ReadAsync(
            async (context, token) =>
            {
                IQueryable<PpcPerformanceDay> days = context.Set<PpcPerformanceDay>().AsNoTracking()
                    .Where(day => day.AccountId == accountId.Value && day.State != PerformanceDayState.Suspect);
                if (profileId is { } profile)
                {
                    days = days.Where(day => day.ProfileId == profile.Value);
                }

#pragma warning disable CA1309 // It becomes SQL.
                days = days.Where(day => day.ProfileId > last.Profile
                    || (day.ProfileId == last.Profile && string.Compare(day.Dataset, last.Dataset) > 0));
#pragma warning restore CA1309
                List<PerformanceFreshness> found = await days
                    .Where(day => !days.Any(other => other.ProfileId == day.ProfileId && other.Dataset == day.Dataset
                        && other.Date > day.Date))
                    .OrderBy(day => day.ProfileId).ThenBy(day => day.Dataset).Take(page.Size + 1)
                    .Select(day => new PerformanceFreshness(
                        new ProfileId(day.ProfileId), day.Dataset, day.Date, day.ReportGeneratedAt, day.LoadedAt))
                    .ToListAsync(token).ConfigureAwait(false);
                return page.Cut(found, item => item, item => PageToken.Write(item.ProfileId, item.Dataset));
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<PerformanceDay>> ListDaysAsync(
        AccountId accountId, ProfileId profileId, string dataset, CancellationToken cancellationToken = default) =>
        transactions.ReadAsync<IReadOnlyList<PerformanceDay>>(
            async (context, token) =>
            {
                List<PpcPerformanceDay> rows = await context.Set<PpcPerformanceDay>().AsNoTracking()
                    .Where(day => day.AccountId == accountId.Value && day.ProfileId == profileId.Value && day.Dataset == dataset)
                    .OrderBy(day => day.Date).ToListAsync(token).ConfigureAwait(false);
                return [.. rows.Select(row => row.ToDay())];
            },
            cancellationToken);

    private static IQueryable<PpcPerformanceScope> Scopes(DbContext context, PerformanceQuery query)
    {
        IQueryable<PpcPerformanceScope> scopes = context.Set<PpcPerformanceScope>().AsNoTracking()
            .Where(scope => scope.AccountId == query.AccountId.Value && scope.Dataset == query.Dataset);
        return query.ProfileId is { } profile ? scopes.Where(scope => scope.ProfileId == profile.Value) : scopes;
    }

    private static IQueryable<Dictionary<string, object>> Matching(
        IQueryable<Dictionary<string, object>> rows, PerformanceQuery query)
    {
        if (query.CampaignId is { } campaign)
        {
            rows = rows.Where(row => EF.Property<long>(row, FactRows.CampaignId) == campaign.Value);
        }

        return rows.Where(FactRows.Between(query.StartDate ?? DateOnly.MinValue, query.EndDate ?? DateOnly.MaxValue));
    }
}
