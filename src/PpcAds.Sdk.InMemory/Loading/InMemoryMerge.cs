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
        IReadOnlySet<DateOnly> dates = LoadRules.GetDates(scope, ledger.ToDictionary(day => day.Key, day => day.Value.ReportGeneratedAt));
        var result = new LoadResult { Ignored = staged.Values.Where(item => !dates.Contains(item.Row.Date)).Sum(item => item.Copies) };
        List<(StoredRow Row, long Copies)> rows = [.. staged.Values.Where(item => dates.Contains(item.Row.Date))];
        List<KeyValuePair<RecordKey, StoredRow>> stored =
            [.. state.Records.Where(record => IsOurs(record.Key) && dates.Contains(record.Key.Date))];
        List<KeyValuePair<RecordKey, StoredRow>> vanished = problems.HasUndatedRejections
            ? []
            : [.. stored.Where(record => !problems.RejectedDates.Contains(record.Key.Date) && !staged.ContainsKey((record.Key.Date, record.Key.EntityKey)))];
        string? digest = Judge(stored, vanished);
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
            ledger[date] = DayOf(date, gone.GetValueOrDefault(date), digest is not null);
        }

        rows.ForEach(item => AddStub(item.Row));
        return result with { IsSuspect = digest is not null, RemovalDigest = digest };
    }

    /// <summary>The digest of what would go, when that is suspect.</summary>
    private string? Judge(List<KeyValuePair<RecordKey, StoredRow>> stored, List<KeyValuePair<RecordKey, StoredRow>> vanished)
    {
        static long Cost(IEnumerable<KeyValuePair<RecordKey, StoredRow>> rows) => rows.Sum(row => row.Value[PerformanceMetric.Cost]);

        if (!LoadRules.IsSuspect(stored.Count, vanished.Count, Cost(stored), Cost(vanished)))
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

    private PerformanceDay DayOf(DateOnly date, int gone, bool isSuspect)
    {
        List<StoredRow> rows = [.. state.Records.Where(record => IsOurs(record.Key) && record.Key.Date == date).Select(record => record.Value)];
        return new PerformanceDay
        {
            Date = date,
            State = isSuspect && gone > 0 ? PerformanceDayState.Suspect : rows.Count == 0 ? PerformanceDayState.Empty : PerformanceDayState.Loaded,
            ReportId = scope.ReportId,
            ReportGeneratedAt = scope.GeneratedAt,
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
            DatasetGrain.Campaign => new CampaignRecord { CampaignId = new CampaignId(row.CampaignId!.Value), AdProduct = scope.Dataset.AdProduct },
            DatasetGrain.AdGroup => new AdGroupRecord
            {
                AdGroupId = new AdGroupId(row.AdGroupId!.Value),
                AdProduct = scope.Dataset.AdProduct,
                CampaignId = new CampaignId(row.CampaignId!.Value),
            },
            DatasetGrain.Target when row.TargetId is { } keyword && row.Texts[(int)PerformanceText.TargetKind] == "keyword" => new KeywordRecord
            {
                KeywordId = new KeywordId(keyword),
                AdProduct = scope.Dataset.AdProduct,
                CampaignId = new CampaignId(row.CampaignId!.Value),
                AdGroupId = new AdGroupId(row.AdGroupId!.Value),
                KeywordText = row.Texts[(int)PerformanceText.TargetText],
                MatchType = row.Texts[(int)PerformanceText.MatchType],
            },
            DatasetGrain.Target when row.TargetId is { } target => new TargetRecord
            {
                TargetId = new TargetId(target),
                AdProduct = scope.Dataset.AdProduct,
                CampaignId = new CampaignId(row.CampaignId!.Value),
                AdGroupId = new AdGroupId(row.AdGroupId!.Value),
                TargetKind = row.Texts[(int)PerformanceText.TargetKind],
            },
            _ => null,
        };
        if (stub is not null)
        {
            state.Entities.TryAdd((stub.GetType(), scope.AccountId, scope.ProfileId, stub.EntityId), new StoredEntity<IEntityRecord>
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
