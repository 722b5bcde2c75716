using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Profiles;

namespace PpcAds.Sdk.Ingestion.Runs;

/// <summary>Counts the steps of one run: how many are known, how many are done, how fast.</summary>
/// <param name="timeProvider">The time.</param>
/// <param name="stepsOfProfile">How many steps the sync of a profile has.</param>
internal sealed class ProgressTracker(TimeProvider timeProvider, int stepsOfProfile)
{
    private readonly Lock _lock = new();
    private readonly long _start = timeProvider.GetTimestamp();
    private readonly HashSet<long> _open = [];
    private readonly HashSet<long> _over = [];
    private int _expected;
    private int _running;
    private int _done;
    private long _rows;

    /// <summary>Profiles whose steps will come.</summary>
    public void Expect(IReadOnlyCollection<ProfileRecord> profiles)
    {
        lock (_lock)
        {
            _expected += profiles.Sum(profile => profile.Type == ProfileType.Agency ? 1 : stepsOfProfile);
        }
    }

    /// <summary>Jobs that are open.</summary>
    public void See(IEnumerable<ReportJob> jobs)
    {
        lock (_lock)
        {
            _open.UnionWith(jobs.Select(job => job.JobId).Where(id => !_over.Contains(id)));
        }
    }

    /// <summary>All jobs that are open: those that are not among them were ended by another process.</summary>
    public void ReplaceOpenJobs(IReadOnlyList<ReportJob> jobs)
    {
        lock (_lock)
        {
            See(jobs);
            foreach (long id in _open.Except(jobs.Select(job => job.JobId)).ToList())
            {
                End(id);
            }
        }
    }

    /// <summary>A step begins; reports it with the counts.</summary>
    public void Begin(IngestionProgress step, Action<IngestionProgress> report)
    {
        lock (_lock)
        {
            if (step.Job is null)
            {
                Take(step);
                _running++;
            }

            report(Counted(step));
        }
    }

    /// <summary>
    /// A step ended; reports it with the counts. Under the lock, so that no count is reported after a higher one.
    /// </summary>
    /// <param name="step">The step.</param>
    /// <param name="begun">Whether it was reported when it began; some are skipped before.</param>
    /// <param name="report">Receives it.</param>
    public void End(IngestionProgress step, bool begun, Action<IngestionProgress> report)
    {
        lock (_lock)
        {
            _rows += step.Load?.Loaded ?? 0;
            if (step.Job is { } job)
            {
                if (job.IsFinal)
                {
                    End(job.JobId);
                }
            }
            else
            {
                if (begun)
                {
                    _running--;
                }
                else
                {
                    Take(step);
                }

                _done++;
            }

            report(Counted(step));
        }
    }

    private void End(long jobId)
    {
        _open.Remove(jobId);
        if (_over.Add(jobId))
        {
            _done++;
        }
    }

    private void Take(IngestionProgress step)
    {
        if (step.ProfileId is not null && _expected > 0)
        {
            _expected--;
        }
    }

    private IngestionProgress Counted(IngestionProgress step)
    {
        TimeSpan elapsed = timeProvider.GetElapsedTime(_start);
        int left = _expected + _running + _open.Count;
        double rate = elapsed > TimeSpan.Zero ? _done / elapsed.TotalSeconds : 0;
        return step with
        {
            Done = _done,
            Total = _done + left,
            Rows = _rows,
            Rate = rate,
            Remaining = rate > 0 ? TimeSpan.FromSeconds(left / rate) : null,
        };
    }
}
