using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.InMemory.Loading;

/// <summary>Gathers rows, then changes the tables under one lock.</summary>
internal sealed class InMemoryLoadSession(InMemoryState state, LoadScope scope, LoadId id, TimeProvider timeProvider) : ILoadSession
{
    private readonly PerformanceRowMapper _mapper = new(scope);
    private readonly Dictionary<(DateOnly Date, string Key), (StoredRow Row, long Copies)> _staged = [];
    private readonly RowProblemLog _problems = new();
    private long _rows;
    private long _rounded;
    private long _skippedSoFar;
    private long _ignored;

    public Task WriteAsync(ReportBatch rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        _mapper.Bind(rows);
        for (int row = 0; row < rows.RowCount; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _rows++;
            if (!_mapper.TryRead(row, out RowProblem? problem))
            {
                _problems.AddRejected(problem!, _mapper.Row.Date);
            }
            else if (_mapper.Row.Date < scope.StartDate || _mapper.Row.Date > scope.EndDate)
            {
                _ignored++;
            }
            else
            {
                _rounded += _mapper.Row.RoundedAmounts;
                if (_mapper.Row.Note is { } note)
                {
                    _problems.AddNote(note);
                }

                Stage(StoredRow.From(_mapper.Row, scope.AttributionDays));
            }
        }

        for (; _skippedSoFar < rows.SkippedRowCount; _skippedSoFar++)
        {
            _rows++;
            _problems.AddRejected(new RowProblem("no row object", "An element of the file's array is no object."), default);
        }

        return Task.CompletedTask;
    }

    public Task<LoadResult> CommitAsync(CancellationToken cancellationToken = default)
    {
        DateTimeOffset now = timeProvider.GetUtcNow();
        lock (state.Gate)
        {
            if (scope.Fence is { } job && state.Jobs.GetValueOrDefault(job.JobId)?.Job.LeaseEpoch != job.LeaseEpoch)
            {
                throw new LeaseLostException($"Job {job.JobId} was taken over by another worker while its report was read; that one loads it.");
            }

            if (state.Loads.TryGetValue(id, out var earlier))
            {
                return Task.FromResult(earlier.Result);
            }

            if (LoadRules.IsBeyondRejectedShare(scope, _rows, _problems.Rejected))
            {
                state.Issues.AddRange(_problems.ToIssues(scope, now));
                throw new ReportRejectedException(
                    $"{_problems.Rejected} of {_rows} rows of report {scope.ReportId} ({scope.Dataset}) could not be read; nothing was loaded.")
                {
                    Rows = _rows,
                    Rejected = _problems.Rejected,
                };
            }

            LoadResult result = new InMemoryMerge(state, scope, now).Run(_staged, _problems);
            result = result with { Rejected = _problems.Rejected, RoundedAmounts = _rounded, Ignored = result.Ignored + _ignored };
            _problems.AddCounts(result);
            state.Issues.AddRange(_problems.ToIssues(scope, now));
            state.Loads.Add(id, (scope.AccountId, now, result));
            MarkJob(result, now);
            return Task.FromResult(result);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Stage(StoredRow row)
    {
        (DateOnly, string) key = (row.Date, row.EntityKey);
        if (_staged.TryGetValue(key, out (StoredRow Row, long Copies) known))
        {
            known.Row.Add(row);
            _staged[key] = (known.Row, known.Copies + 1);
        }
        else
        {
            _staged.Add(key, (row, 1));
        }
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
