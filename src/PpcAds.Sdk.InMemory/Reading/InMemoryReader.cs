using PpcAds.Sdk.Etl;
using PpcAds.Sdk.InMemory.Loading;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.InMemory.Reading;

internal sealed class InMemoryReader(InMemoryState state) : IPpcAdsReader
{
    public Task<ReadPage<StoredEntity<T>>> ListEntitiesAsync<T>(
        EntityQuery query, PageRequest? page = null, CancellationToken cancellationToken = default)
        where T : class, IEntityRecord<T>
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Validate(T.Table);
        page ??= new PageRequest();
        page.Validate();
        int keys = T.Table.KeyColumns.Count;
        IReadOnlyList<string>? after = PageToken.Read(page.After, keys);
        lock (state.Gate)
        {
            IEnumerable<StoredEntity<IEntityRecord>> rows = state.Entities
                .Where(row => row.Key.Type == typeof(T) && row.Key.Account == query.AccountId)
                .Where(row => query.ProfileId is not { } profile || row.Key.Profile == profile)
                .Select(row => row.Value)
                .Where(row => query.CampaignId is not { } campaign || Equals(CampaignOf((T)row.Entity), campaign.Value));
            if (after is not null)
            {
                (long profile, long id) = (PageToken.ReadNumber(after[0]), PageToken.ReadNumber(after[keys > 1 ? 1 : 0]));
                string? product = keys > 2 ? after[2] : null;
                rows = rows.Where(row => row.ProfileId.Value > profile
                    || (row.ProfileId.Value == profile && (row.Entity.EntityId > id
                    || (row.Entity.EntityId == id && string.CompareOrdinal(row.Entity.AdProduct, product) > 0))));
            }

            // What is before the page is not sorted, and what is behind it hardly.
            List<StoredEntity<IEntityRecord>> found =
            [
                .. rows.OrderBy(row => row.ProfileId.Value).ThenBy(row => row.Entity.EntityId)
                    .ThenBy(row => row.Entity.AdProduct, StringComparer.Ordinal).Take(page.Size + 1),
            ];
            var records = new RecordsByEntity(state);
            return Task.FromResult(page.Cut(
                found,
                row => ToStored<T>(row, records),
                row => PageToken.Write(T.Table, row.ProfileId, row.Entity)));
        }
    }

    public Task<ReadPage<PerformanceRecord>> ListPerformanceAsync(
        PerformanceQuery query, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        page ??= new PageRequest();
        page.Validate();
        IReadOnlyList<string>? after = PageToken.Read(page.After, 3);
        lock (state.Gate)
        {
            IEnumerable<KeyValuePair<RecordKey, PerformanceRecord>> rows = Matching(query);
            if (after is not null)
            {
                (long profile, DateOnly date, string key) =
                    (PageToken.ReadNumber(after[0]), PageToken.ReadDate(after[1]), after[2]);
                rows = rows.Where(row => row.Key.ProfileId.Value > profile || (row.Key.ProfileId.Value == profile
                    && (row.Key.Date > date || (row.Key.Date == date && string.CompareOrdinal(row.Key.EntityKey, key) > 0))));
            }

            List<KeyValuePair<RecordKey, PerformanceRecord>> found =
            [
                .. rows.OrderBy(row => row.Key.ProfileId.Value).ThenBy(row => row.Key.Date)
                    .ThenBy(row => row.Key.EntityKey, StringComparer.Ordinal).Take(page.Size + 1),
            ];
            return Task.FromResult(page.Cut(
                found, row => row.Value, row => PageToken.Write(row.Key.ProfileId, row.Key.Date, row.Key.EntityKey)));
        }
    }

    public Task<IReadOnlyList<PerformanceDay>> ListDaysAsync(
        AccountId accountId, ProfileId profileId, string dataset, CancellationToken cancellationToken = default)
    {
        lock (state.Gate)
        {
            return Task.FromResult<IReadOnlyList<PerformanceDay>>(
                state.Days.TryGetValue((accountId, profileId, dataset), out var days) ? [.. days.Values] : []);
        }
    }

    public Task<IReadOnlyList<PerformanceTotals>> SumPerformanceAsync(
        PerformanceQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        lock (state.Gate)
        {
            return Task.FromResult<IReadOnlyList<PerformanceTotals>>(
            [
                .. Matching(query).Select(row => row.Value).GroupBy(row => row.CurrencyCode)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => new PerformanceTotals(group.Key, group.LongCount(), Sum(group))),
            ]);
        }
    }

    public Task<ReadPage<PerformanceFreshness>> ListFreshnessAsync(
        AccountId accountId, ProfileId? profileId = null, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        page ??= new PageRequest();
        page.Validate();
        IReadOnlyList<string>? after = PageToken.Read(page.After, 2);
        (long Profile, string Dataset) last = after is null ? (0, "") : (PageToken.ReadNumber(after[0]), after[1]);
        lock (state.Gate)
        {
            List<PerformanceFreshness> found = [.. state.Days
                .Where(days => days.Key.Account == accountId && (profileId is not { } profile || days.Key.Profile == profile))
                .Where(days => days.Key.Profile.Value > last.Profile
                    || (days.Key.Profile.Value == last.Profile && string.CompareOrdinal(days.Key.Dataset, last.Dataset) > 0))
                .Select(days => (days.Key, Day: days.Value.Values.LastOrDefault(day => day.State != PerformanceDayState.Suspect)))
                .Where(days => days.Day is not null)
                .OrderBy(days => days.Key.Profile.Value).ThenBy(days => days.Key.Dataset, StringComparer.Ordinal)
                .Select(days => new PerformanceFreshness(
                    days.Key.Profile, days.Key.Dataset, days.Day!.Date, days.Day.ReportGeneratedAt, days.Day.LoadedAt))
                .Take(page.Size + 1)];
            return Task.FromResult(page.Cut(found, item => item, item => PageToken.Write(item.ProfileId, item.Dataset)));
        }
    }

    public Task<IReadOnlyList<EntityPresence>> CountPresenceAsync(
        PresenceQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        lock (state.Gate)
        {
            return Task.FromResult<IReadOnlyList<EntityPresence>>(
            [
                .. from entity in state.Entities
                   where (entity.Key.Account, entity.Key.Profile) == (query.AccountId, query.ProfileId)
                   join type in state.EntityTypes on entity.Key.Type equals type.Key
                   where entity.Value.Source != EntitySource.Report && entity.Value.LastSeenAt >= query.ForgottenBefore
                   where !string.Equals(type.Value.StateOf(entity.Value.Entity), "ARCHIVED", StringComparison.OrdinalIgnoreCase)
                   group entity.Value by (type.Value.Table.Name, entity.Value.Entity.AdProduct) into counted
                   select new EntityPresence
                   {
                       Table = counted.Key.Name,
                       AdProduct = counted.Key.AdProduct,
                       Known = counted.Count(),
                       Unseen = counted.Count(entity => entity.LastSeenAt < query.UnseenBefore),
                   },
            ]);
        }
    }

    private IEnumerable<KeyValuePair<RecordKey, PerformanceRecord>> Matching(PerformanceQuery query) => state.Records
        .Where(row => row.Key.AccountId == query.AccountId && row.Key.Dataset == query.Dataset)
        .Where(row => query.ProfileId is not { } profile || row.Key.ProfileId == profile)
        .Where(row => query.CampaignId is not { } campaign || row.Value.CampaignId == campaign)
        .Where(row => !(row.Key.Date < query.StartDate) && !(row.Key.Date > query.EndDate));

    private StoredEntity<T> ToStored<T>(StoredEntity<IEntityRecord> row, RecordsByEntity records)
        where T : class, IEntityRecord<T> => new()
        {
            AccountId = row.AccountId,
            ProfileId = row.ProfileId,
            Entity = (T)row.Entity,
            Source = row.Source,
            FirstSeenAt = row.FirstSeenAt,
            LastSeenAt = row.LastSeenAt,
            ChangedAt = row.ChangedAt,
            Performance = T.Table.SumsOf is { } grain
                ? Summarise(row, grain, ValueOf((T)row.Entity, "ad_product") as string, records)
                : null,
        };

    private static object? CampaignOf<T>(T entity)
        where T : class, IEntityRecord<T> =>
        T.Table.IdColumn == T.Table.CampaignColumn ? entity.EntityId : ValueOf(entity, T.Table.CampaignColumn!);

    private static object? ValueOf<T>(T entity, string column)
        where T : class, IEntityRecord<T> =>
        T.Table.Columns.First(candidate => candidate.Name == column).Get(entity);

    private PerformanceSummary? Summarise(
        StoredEntity<IEntityRecord> entity, DatasetGrain grain, string? adProduct, RecordsByEntity records)
    {
        Dataset? dataset = Datasets.All.FirstOrDefault(dataset => dataset.AdProduct == adProduct && dataset.Grain == grain);
        if (dataset is null || !state.Days.TryGetValue((entity.AccountId, entity.ProfileId, dataset.Id), out var days))
        {
            return null;
        }

        List<DateOnly> known =
            [.. days.Values.Where(day => day is not { State: PerformanceDayState.Unproven, Rows: 0 }).Select(day => day.Date)];
        if (known.Count == 0)
        {
            return null;
        }

        DateOnly asOf = known[^1];
        string? currency = CurrencyOf(entity, records.Of(entity, dataset));
        List<PerformanceRecord> rows = [.. records.Of(entity, dataset).Where(row => row.CurrencyCode == currency)];
        return new PerformanceSummary
        {
            From = known[0],
            AsOf = asOf,
            CurrencyCode = currency,
            AttributionDays = rows.Count == 0 ? null : rows[0].AttributionDays,
            Total = Sum(rows),
            Last30Days = Sum(rows.Where(row => row.Date > asOf.AddDays(-30) && row.Date <= asOf)),
        };
    }

    /// <summary>
    /// The currency of an entity's sums: the profile's, or if no row has it the first of the others. Sums never mix them.
    /// </summary>
    private string? CurrencyOf(StoredEntity<IEntityRecord> entity, IReadOnlyList<PerformanceRecord> rows)
    {
        var profile = state.Entities.GetValueOrDefault(
            (typeof(ProfileRecord), entity.AccountId, entity.ProfileId, entity.ProfileId.Value, null))?.Entity as ProfileRecord;
        return rows.Any(row => row.CurrencyCode == profile?.CurrencyCode)
            ? profile!.CurrencyCode
            : rows.Select(row => row.CurrencyCode).Order(StringComparer.Ordinal).FirstOrDefault();
    }

    private static PerformanceSums Sum(IEnumerable<PerformanceRecord> rows)
    {
        List<PerformanceRecord> all = [.. rows];
        decimal Of(PerformanceMetric metric) => all.Sum(row => row.Metrics.GetValueOrDefault(metric));
        return new PerformanceSums(
            (long)Of(PerformanceMetric.Impressions),
            (long)Of(PerformanceMetric.Clicks),
            Of(PerformanceMetric.Cost),
            Of(PerformanceMetric.Sales),
            (long)Of(PerformanceMetric.Orders),
            (long)Of(PerformanceMetric.Units));
    }
}
