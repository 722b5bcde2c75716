using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Reports;
using PpcAds.Sdk.Sinks;

namespace PpcAds.Sdk.InMemory.Loading;

/// <summary>Gathers rows, then changes the tables under one lock.</summary>
internal sealed class InMemoryLoadSession(
    InMemoryState state, LoadScope scope, LoadId id, TimeProvider timeProvider) : ILoadSession
{
    private readonly ReportMerge _merge = new(scope);

    public Task WriteAsync(ReportBatch rows, CancellationToken cancellationToken = default)
    {
        _merge.Add(rows, cancellationToken);
        return Task.CompletedTask;
    }

    public Task<LoadResult> CommitAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        DateTimeOffset now = timeProvider.GetUtcNow();
        lock (state.Gate)
        {
            if (scope.Fence is { } job && state.Jobs.GetValueOrDefault(job.JobId)?.Job.LeaseEpoch != job.LeaseEpoch)
            {
                throw new LeaseLostException(
                    $"Job {job.JobId} was taken over by another worker while its report was read; that one loads it.");
            }

            if (state.Loads.TryGetValue(id, out var earlier))
            {
                return Task.FromResult(earlier.Result);
            }

            SortedDictionary<DateOnly, PerformanceDay> ledger = Ledger();
            MergedReport merged = _merge.Apply(
                ledger.Values, state.Records.Where(row => IsOurs(row.Key)).Select(row => row.Value), now);
            state.Issues.AddRange(merged.Issues);
            if (merged.Rejection is { } rejection)
            {
                throw rejection;
            }

            Write(merged, ledger, now);
            state.Loads.Add(id, (scope.AccountId, now, merged.Result));
            MarkJob(merged.Result, now);
            return Task.FromResult(merged.Result);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Write(MergedReport merged, SortedDictionary<DateOnly, PerformanceDay> ledger, DateTimeOffset now)
    {
        ScopeHistory history = History();
        DateTimeOffset knownAt = history.Next(now);
        foreach (PerformanceRecord row in merged.Removed)
        {
            state.Records.Remove(KeyOf(row));
            Note(row, null);
        }

        foreach (PerformanceRecord row in merged.Written)
        {
            Note(state.Records.GetValueOrDefault(KeyOf(row)), row);
            state.Records[KeyOf(row)] = row;
            AddStub(row, now);
        }

        foreach (PerformanceDay day in merged.Days)
        {
            DateTimeOffset? first = ledger.GetValueOrDefault(day.Date)?.FirstLoadedAt;
            ledger[day.Date] = day.State == PerformanceDayState.Unproven
                ? day
                : day with { FirstLoadedAt = first ?? knownAt };
            if (day.State != PerformanceDayState.Unproven)
            {
                history.Loads.Add(new DayLoad(day.Date, knownAt, scope.GeneratedAt));
            }
        }

        void Note(PerformanceRecord? before, PerformanceRecord? after)
        {
            if (ledger.GetValueOrDefault((before ?? after)!.Date)?.FirstLoadedAt is not null)
            {
                history.Add(knownAt, before, after);
            }
        }
    }

    /// <summary>An id that no list knows gets an entity with nothing but ids.</summary>
    private void AddStub(PerformanceRecord row, DateTimeOffset now)
    {
        if (ReportedEntity.Of(row, scope.Dataset) is { } stub)
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

    private RecordKey KeyOf(PerformanceRecord row) =>
        new(scope.AccountId, scope.ProfileId, scope.Dataset.Id, row.Date, row.EntityKey);

    private bool IsOurs(RecordKey key) =>
        key.AccountId == scope.AccountId && key.ProfileId == scope.ProfileId && key.Dataset == scope.Dataset.Id
        && key.Date >= scope.FirstDate && key.Date <= scope.EndDate;

    private SortedDictionary<DateOnly, PerformanceDay> Ledger()
    {
        var key = (scope.AccountId, scope.ProfileId, scope.Dataset.Id);
        if (!state.Days.TryGetValue(key, out SortedDictionary<DateOnly, PerformanceDay>? days))
        {
            state.Days.Add(key, days = []);
        }

        return days;
    }

    private ScopeHistory History()
    {
        var key = (scope.AccountId, scope.ProfileId, scope.Dataset.Id);
        if (!state.History.TryGetValue(key, out ScopeHistory? history))
        {
            state.History.Add(key, history = new ScopeHistory());
        }

        return history;
    }

    private void MarkJob(LoadResult result, DateTimeOffset now)
    {
        if (scope.Fence is not { } job)
        {
            return;
        }

        var entry = state.Jobs[job.JobId];
        entry.Job = entry.Job.AfterLoad(result, now);
    }
}
