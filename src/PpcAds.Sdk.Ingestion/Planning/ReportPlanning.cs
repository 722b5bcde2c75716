using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion.Telemetry;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Profiles;

namespace PpcAds.Sdk.Ingestion.Planning;

/// <summary>Asks the ledger and the open jobs, and plans what one profile needs.</summary>
internal sealed class ReportPlanning(
    IIngestionReader reader, IReportJobStore jobs, IngestionOptions options, TimeProvider timeProvider, IngestionMetrics metrics)
{
    /// <param name="accountId">The account.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="has">Whether the profile has an ad product.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="PpcAdsValidationException">The profile's time zone is not known.</exception>
    public async Task<ReportPlan> PlanAsync(
        AccountId accountId, ProfileRecord profile, Func<string, bool> has, CancellationToken cancellationToken)
    {
        TimeZoneInfo zone = ProfileCalendar.GetZone(profile);
        var filter = new ReportJobFilter { AccountId = accountId, ProfileId = profile.ProfileId };
        IReadOnlyList<ReportJob> open = await jobs.ListOpenAsync(filter, cancellationToken).ConfigureAwait(false);
        DateTimeOffset now = timeProvider.GetUtcNow();
        Dictionary<string, DatasetRefusal> refusals =
            (await jobs.ListRefusalsAsync(accountId, profile.ProfileId, cancellationToken).ConfigureAwait(false))
            .ToDictionary(refusal => refusal.Dataset);
        var planned = new List<PlannedReport>();
        var resting = new List<DatasetRefusal>();
        foreach (Dataset dataset in options.GetDatasets().Select(Datasets.Get).Where(dataset => has(dataset.AdProduct)))
        {
            var input = new PlanInput
            {
                Today = ProfileCalendar.DateAt(zone, now),
                Now = now,
                TimeZone = zone,
                MaxRangeDays = dataset.ReportType.MaxDateRangeDays,
                RetentionDays = options.GetRetentionDays(dataset.ReportType),
                BackfillDays = options.BackfillDays,
                Restatement =
                    [.. options.GetRestatement().Where(rule => rule.AdProduct is null || rule.AdProduct == dataset.AdProduct)],
                Ledger = await reader.ListDaysAsync(
                    accountId, profile.ProfileId, dataset.Id, cancellationToken).ConfigureAwait(false),
                Open = [.. open.Where(job => job.Dataset == dataset.Id).Select(job => (job.StartDate, job.EndDate))],
            };
            metrics.RecordPlan(
                dataset.Id,
                input.Today,
                input.Ledger.Count == 0 ? null : input.Ledger.Max(day => day.Date),
                options.BackfillDays ?? input.RetentionDays);
            IEnumerable<PlanWindow> windows = ReportPlanner.Plan(input);
            if (refusals.GetValueOrDefault(dataset.Id) is { } refusal)
            {
                if (input.Ledger.Any(day => day.LoadedAt > refusal.RefusedAt))
                {
                    await jobs.ForgetRefusalAsync(
                        accountId, profile.ProfileId, dataset.Id, cancellationToken).ConfigureAwait(false);
                }
                else if (refusal.IsRestingAt(now))
                {
                    resting.Add(refusal);
                    continue;
                }
                else if (refusal.IsPersistent)
                {
                    // One report shows whether Amazon still refuses.
                    windows = windows.Take(1);
                }
            }

            planned.AddRange(windows.Select(window => ToReport(accountId, profile, dataset, window)));
        }

        return new ReportPlan(planned, resting);
    }

    /// <summary>The reports that are due for several profiles; an agency's has none.</summary>
    public async Task<IReadOnlyList<PlannedReport>> PlanAsync(
        AccountId accountId, IEnumerable<ProfileRecord> profiles, CancellationToken cancellationToken)
    {
        var planned = new List<PlannedReport>();
        foreach (ProfileRecord profile in profiles.Where(profile => profile.Type != ProfileType.Agency))
        {
            planned.AddRange((await PlanAsync(accountId, profile, _ => true, cancellationToken).ConfigureAwait(false)).Reports);
        }

        return planned;
    }

    /// <summary>The reports of explicitly requested days.</summary>
    /// <exception cref="PpcAdsValidationException">
    /// The days are not ones that Amazon has, or the time zone is not known.
    /// </exception>
    public IReadOnlyList<PlannedReport> PlanManually(
        AccountId accountId, ProfileRecord profile, IEnumerable<Dataset> datasets, DateOnly start, DateOnly end)
    {
        DateOnly today = ProfileCalendar.DateAt(ProfileCalendar.GetZone(profile), timeProvider.GetUtcNow());
        var planned = new List<PlannedReport>();
        foreach (Dataset dataset in datasets)
        {
            DateOnly edge = today.AddDays(-options.GetRetentionDays(dataset.ReportType));
            var problems = new List<InputProblem>();
            if (start > end)
            {
                problems.Add(new InputProblem("startDate", $"{start:O}", $"is after endDate {end:O}."));
            }

            if (end >= today)
            {
                problems.Add(
                    new InputProblem("endDate", $"{end:O}", $"must be before today, {today:O} in the profile's time zone."));
            }

            if (start < edge)
            {
                problems.Add(
                    new InputProblem(
                        "startDate", $"{start:O}", $"is before {edge:O}, the first day that Amazon still has for {dataset}."));
            }

            if (problems.Count > 0)
            {
                throw new PpcAdsValidationException("The days", problems);
            }

            planned.AddRange(ReportPlanner.Split(start, end, dataset.ReportType.MaxDateRangeDays)
                .Select(window => ToReport(accountId, profile, dataset, window)));
        }

        return planned;
    }

    private static PlannedReport ToReport(AccountId accountId, ProfileRecord profile, Dataset dataset, PlanWindow window) => new()
    {
        AccountId = accountId,
        ProfileId = profile.ProfileId,
        Dataset = dataset.Id,
        StartDate = window.Start,
        EndDate = window.End,
        Reason = window.Reason,
    };
}
