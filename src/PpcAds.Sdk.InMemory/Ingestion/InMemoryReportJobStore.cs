using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.InMemory.Ingestion;

internal sealed class InMemoryReportJobStore(InMemoryState state, TimeProvider timeProvider) : IReportJobStore
{
    public Task<IReadOnlyList<ReportJob>> AddAsync(
        IReadOnlyList<PlannedReport> reports, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reports);
        lock (state.Gate)
        {
            var added = new List<ReportJob>();
            foreach (PlannedReport report in reports.Where(report => !state.Jobs.Values.Any(entry => IsSame(entry.Job, report))))
            {
                var job = new ReportJob
                {
                    JobId = ++state.LastNumber,
                    AccountId = report.AccountId,
                    ProfileId = report.ProfileId,
                    Dataset = report.Dataset,
                    StartDate = report.StartDate,
                    EndDate = report.EndDate,
                    Reason = report.Reason,
                    CreatedAt = now,
                    DueAt = now,
                };
                state.Jobs.Add(job.JobId, new JobEntry(job));
                added.Add(job);
            }

            return Task.FromResult<IReadOnlyList<ReportJob>>(added);
        }
    }

    public Task<ReportJob?> FindAsync(long jobId, CancellationToken cancellationToken = default)
    {
        lock (state.Gate)
        {
            return Task.FromResult(state.Jobs.GetValueOrDefault(jobId)?.Job);
        }
    }

    public Task<IReadOnlyList<ReportJob>> ListOpenAsync(
        ReportJobFilter? filter = null, CancellationToken cancellationToken = default)
    {
        lock (state.Gate)
        {
            return Task.FromResult<IReadOnlyList<ReportJob>>(
            [
                .. state.Jobs.Values.Select(entry => entry.Job).Where(job => !job.IsFinal && Fits(job, filter))
                    .OrderBy(job => job.DueAt).ThenBy(job => job.JobId),
            ]);
        }
    }

    public Task<ReadPage<ReportJob>> ListAsync(
        ReportJobFilter? filter = null, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        page ??= new PageRequest();
        page.Validate();
        long before = PageToken.Read(page.After, 1) is { } keys ? PageToken.ReadNumber(keys[0]) : long.MaxValue;
        lock (state.Gate)
        {
            List<ReportJob> found = [.. state.Jobs.Values.Select(entry => entry.Job)
                .Where(job => job.JobId < before && Fits(job, filter))
                .OrderByDescending(job => job.JobId).Take(page.Size + 1)];
            return Task.FromResult(page.Cut(found, job => job, job => PageToken.Write(job.JobId)));
        }
    }

    public Task<ReportJob?> ClaimAsync(
        string owner,
        TimeSpan lease,
        DateTimeOffset now,
        ReportJobFilter? filter = null,
        CancellationToken cancellationToken = default)
    {
        DateTimeOffset clock = timeProvider.GetUtcNow();
        lock (state.Gate)
        {
            JobEntry? entry = state.Jobs.Values
                .Where(
                    entry =>
                        !entry.Job.IsFinal && entry.Job.IsDueAt(now) && !(entry.LeaseUntil >= clock) && Fits(entry.Job, filter))
                .OrderBy(entry => entry.Job.DueAt).ThenBy(entry => entry.Job.JobId).FirstOrDefault();
            if (entry is null)
            {
                return Task.FromResult<ReportJob?>(null);
            }

            entry.LeaseUntil = clock + lease;
            entry.Job = entry.Job with { LeaseEpoch = entry.Job.LeaseEpoch + 1 };
            return Task.FromResult<ReportJob?>(entry.Job);
        }
    }

    public Task<bool> RenewAsync(ReportJob job, TimeSpan lease, CancellationToken cancellationToken = default) =>
        ChangeAsync(job, entry => entry.LeaseUntil = timeProvider.GetUtcNow() + lease);

    public Task<bool> SaveAsync(ReportJob job, bool release, CancellationToken cancellationToken = default) =>
        ChangeAsync(job, entry =>
        {
            entry.Job = job;
            entry.LeaseUntil = release ? null : entry.LeaseUntil;
        });

    public Task RefuseAsync(ReportJob job, string reason, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        lock (state.Gate)
        {
            var key = (job.AccountId, job.ProfileId, job.Dataset);
            DatasetRefusal? known = state.Refusals.GetValueOrDefault(key);
            state.Refusals[key] = new DatasetRefusal
            {
                AccountId = job.AccountId,
                ProfileId = job.ProfileId,
                Dataset = job.Dataset,
                Refusals = known is null ? 1 : known.Refusals + (job.CreatedAt > known.RefusedAt ? 1 : 0),
                RefusedAt = now,
                Reason = StorableText.Clean(reason),
            };
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<DatasetRefusal>> ListRefusalsAsync(
        AccountId accountId, ProfileId profileId, CancellationToken cancellationToken = default)
    {
        lock (state.Gate)
        {
            return Task.FromResult<IReadOnlyList<DatasetRefusal>>(
                [
                    .. state.Refusals.Values.Where(refusal => (refusal.AccountId, refusal.ProfileId) == (accountId, profileId))
                        .OrderBy(refusal => refusal.Dataset, StringComparer.Ordinal),
                ]);
        }
    }

    public Task ForgetRefusalAsync(
        AccountId accountId, ProfileId profileId, string dataset, CancellationToken cancellationToken = default)
    {
        lock (state.Gate)
        {
            state.Refusals.Remove((accountId, profileId, dataset));
        }

        return Task.CompletedTask;
    }

    public Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        lock (state.Gate)
        {
            List<long> old =
            [
                .. state.Jobs.Values.Select(entry => entry.Job).Where(job => job.IsFinal && job.CreatedAt < before)
                    .Select(job => job.JobId),
            ];
            old.ForEach(id => state.Jobs.Remove(id));
            foreach (var load in state.Loads.Where(load => load.Value.At < before).ToList())
            {
                state.Loads.Remove(load.Key);
            }

            return Task.FromResult(old.Count);
        }
    }

    private static bool IsSame(ReportJob job, PlannedReport report) =>
        !job.IsFinal
        && (job.AccountId, job.ProfileId, job.Dataset) == (report.AccountId, report.ProfileId, report.Dataset)
        && (job.StartDate, job.EndDate) == (report.StartDate, report.EndDate);

    /// <summary>Whether a job is among those of a filter.</summary>
    public static bool Fits(ReportJob job, ReportJobFilter? filter) =>
        (filter?.AccountId is not { } account || job.AccountId == account)
        && (filter?.ProfileId is not { } profile || job.ProfileId == profile)
        && (filter?.Dataset is not { } dataset || job.Dataset == dataset)
        && (filter?.CreatedFrom is not { } from || job.CreatedAt >= from)
        && (filter?.CreatedUntil is not { } until || job.CreatedAt <= until);

    private Task<bool> ChangeAsync(ReportJob job, Action<JobEntry> change)
    {
        ArgumentNullException.ThrowIfNull(job);
        lock (state.Gate)
        {
            if (state.Jobs.GetValueOrDefault(job.JobId) is not { } entry || entry.Job.LeaseEpoch != job.LeaseEpoch)
            {
                return Task.FromResult(false);
            }

            change(entry);
            return Task.FromResult(true);
        }
    }
}
