using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.InMemory.Loading;

/// <summary>Makes the stored rows of a scope equal to the staged ones. Runs under the lock.</summary>
internal sealed class InMemoryMerge(InMemoryState state, LoadScope scope, DateTimeOffset now)
{
    private const decimal Micros = PerformanceMetrics.MicrosPerUnit;

    public LoadResult Run(Dictionary<(DateOnly Date, string Key), (StoredRow Row, long Copies)> staged, RowProblemLog problems)
    {
        SortedDictionary<DateOnly, PerformanceDay> ledger = Ledger();
        LoadDays days = LoadRules.GetDays(scope, ledger.ToDictionary(day => day.Key, day => KnownOf(day.Value)), ReportedOf(staged));
        IReadOnlySet<DateOnly> dates = days.Replaced;
        var result = new LoadResult { Ignored = staged.Values.Where(item => !dates.Contains(item.Row.Date)).Sum(item => item.Copies) };
        List<(StoredRow Row, long Copies)> rows = [.. staged.Values.Where(item => dates.Contains(item.Row.Date))];
        List<KeyValuePair<RecordKey, StoredRow>> stored =
            [.. state.Records.Where(record => IsOurs(record.Key) && dates.Contains(record.Key.Date))];
        ILookup<bool, KeyValuePair<RecordKey, StoredRow>> missing = stored
            .Where(record => !staged.ContainsKey((record.Key.Date, record.Key.EntityKey)))
            .ToLookup(record => problems.HasUndatedRejections || problems.RejectedDates.Contains(record.Key.Date));
        List<KeyValuePair<RecordKey, StoredRow>> vanished = [.. missing[false]];
        HashSet<DateOnly> held = [.. missing[true].Select(record => record.Key.Date)];
        string? digest = Judge(stored, vanished, rows.Count);
        foreach ((StoredRow row, long copies) in rows)
        {
            result += Put(row) with { Duplicates = copies - 1 };
        }

        if (digest is null)
        {
            vanished.ForEach(record => state.Records.Remove(record.Key));
            result = result with { Removed = vanished.Count };
        }

        Dictionary<DateOnly, int> gone = vanished.CountBy(record => record.Key.Date).ToDictionary();
        foreach (DateOnly date in dates)
        {
            ledger[date] = DayOf(date, gone.GetValueOrDefault(date), digest is not null || held.Contains(date), ledger.GetValueOrDefault(date));
        }

        foreach (DateOnly date in days.Unproven)
        {
            ledger[date] = ledger.GetValueOrDefault(date, DayOf(date, 0, false, null)) with { State = PerformanceDayState.Unproven };
        }

        if (digest is not null)
        {
            problems.AddSuspect(dates);
        }

        problems.AddHeld(held);
        problems.AddUnproven([.. days.Unproven.Where(date => ledger[date].Rows > 0)]);

        rows.ForEach(item => AddStub(item.Row));
        return result with { IsSuspect = digest is not null, RemovalDigest = digest };
    }

    /// <summary>The digest of what would go, when that is suspect.</summary>
    private string? Judge(List<KeyValuePair<RecordKey, StoredRow>> stored, List<KeyValuePair<RecordKey, StoredRow>> vanished, long reported)
    {
        static Dictionary<DateOnly, DayFigures> ByDay(IEnumerable<KeyValuePair<RecordKey, StoredRow>> rows) => rows.GroupBy(row => row.Key.Date)
            .ToDictionary(day => day.Key, day => new DayFigures(day.Count(), day.Sum(row => row.Value[PerformanceMetric.Cost])));

        if (!LoadRules.IsSuspect(ByDay(stored), ByDay(vanished), reported))
        {
            return null;
        }

        string digest = LoadRules.DigestRemoval(vanished.Select(record => (record.Key.Date, record.Key.EntityKey)));
        return digest == scope.ConfirmedRemoval ? null : digest;
    }

    private LoadResult Put(StoredRow row)
    {
        var key = new RecordKey(scope.AccountId, scope.ProfileId, scope.Dataset.Id, row.Date, row.EntityKey);
        bool known = state.Records.TryGetValue(key, out StoredRow? old);
        if (known && old!.IsSameAs(row))
        {
            return new LoadResult { Unchanged = 1 };
        }

        row.ChangedAt = now;
        state.Records[key] = row;
        return known ? new LoadResult { Changed = 1 } : new LoadResult { Inserted = 1 };
    }

    private static StoredDay KnownOf(PerformanceDay day) => new(day.ReportGeneratedAt, new DayFigures(day.Rows, (long)(day.Cost * Micros)));

    private static Dictionary<DateOnly, DayFigures> ReportedOf(Dictionary<(DateOnly Date, string Key), (StoredRow Row, long Copies)> staged) => staged.Values
        .GroupBy(item => item.Row.Date)
        .ToDictionary(day => day.Key, day => new DayFigures(day.Sum(item => item.Copies), day.Sum(item => item.Row[PerformanceMetric.Cost])));

    /// <summary>The day after the load. One that is suspect keeps the time of its figures, as an older report would have replaced it before.</summary>
    private PerformanceDay DayOf(DateOnly date, int gone, bool isSuspect, PerformanceDay? known)
    {
        List<StoredRow> rows = [.. state.Records.Where(record => IsOurs(record.Key) && record.Key.Date == date).Select(record => record.Value)];
        return new PerformanceDay
        {
            Date = date,
            State = isSuspect ? PerformanceDayState.Suspect : rows.Count == 0 ? PerformanceDayState.Empty : PerformanceDayState.Loaded,
            ReportId = isSuspect && known is not null ? known.ReportId : scope.ReportId,
            ReportGeneratedAt = isSuspect && known is not null ? known.ReportGeneratedAt : scope.GeneratedAt,
            LoadedAt = now,
            Rows = rows.Count,
            RowsRemoved = isSuspect ? 0 : gone,
            Impressions = rows.Sum(row => row[PerformanceMetric.Impressions]),
            Clicks = rows.Sum(row => row[PerformanceMetric.Clicks]),
            Cost = rows.Sum(row => row[PerformanceMetric.Cost]) / Micros,
        };
    }

    /// <summary>An id that no list knows gets an entity with nothing but ids.</summary>
    private void AddStub(StoredRow row)
    {
        IEntityRecord? stub = scope.Dataset.Grain switch
        {
            DatasetGrain.Campaign when row.CampaignId is { } campaign => new CampaignRecord { CampaignId = new CampaignId(campaign), AdProduct = scope.Dataset.AdProduct },
            DatasetGrain.AdGroup when row.AdGroupId is { } adGroup => new AdGroupRecord
            {
                AdGroupId = new AdGroupId(adGroup),
                AdProduct = scope.Dataset.AdProduct,
                CampaignId = CampaignOf(row),
            },
            DatasetGrain.Target when row.TargetId is { } keyword && row.Texts[(int)PerformanceText.TargetKind] == "keyword" => new KeywordRecord
            {
                KeywordId = new KeywordId(keyword),
                AdProduct = scope.Dataset.AdProduct,
                CampaignId = CampaignOf(row),
                AdGroupId = row.AdGroupId is { } parent ? new AdGroupId(parent) : null,
                KeywordText = row.Texts[(int)PerformanceText.TargetText],
                MatchType = row.Texts[(int)PerformanceText.MatchType],
            },
            DatasetGrain.Target when row.TargetId is { } target => new TargetRecord
            {
                TargetId = new TargetId(target),
                AdProduct = scope.Dataset.AdProduct,
                CampaignId = CampaignOf(row),
                AdGroupId = row.AdGroupId is { } parent ? new AdGroupId(parent) : null,
                TargetKind = row.Texts[(int)PerformanceText.TargetKind],
            },
            _ => null,
        };
        if (stub is not null)
        {
            var key = (stub.GetType(), scope.AccountId, scope.ProfileId, stub.EntityId, stub.AdProduct);
            state.Entities.TryAdd(key, new StoredEntity<IEntityRecord>
            {
                AccountId = scope.AccountId,
                ProfileId = scope.ProfileId,
                Entity = stub,
                Source = EntitySource.Report,
                FirstSeenAt = now,
                LastSeenAt = now,
                ChangedAt = now,
            });
        }
    }

    private static CampaignId? CampaignOf(StoredRow row) => row.CampaignId is { } campaign ? new CampaignId(campaign) : null;

    private bool IsOurs(RecordKey key) =>
        key.AccountId == scope.AccountId && key.ProfileId == scope.ProfileId && key.Dataset == scope.Dataset.Id;

    private SortedDictionary<DateOnly, PerformanceDay> Ledger()
    {
        var key = (scope.AccountId, scope.ProfileId, scope.Dataset.Id);
        if (!state.Days.TryGetValue(key, out SortedDictionary<DateOnly, PerformanceDay>? days))
        {
            state.Days.Add(key, days = []);
        }

        return days;
    }
}
