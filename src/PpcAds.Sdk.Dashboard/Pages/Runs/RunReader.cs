using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Dashboard.Data;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Pages.Runs;

/// <summary>Reads a run for its page.</summary>
internal static class RunReader
{
    /// <summary>Fewer runs do not show how long one takes.</summary>
    private const int RunsForUsual = 5;

    /// <summary>The steps that have a column, by the entity type behind the product; all others are one.</summary>
    public static IReadOnlyList<(string Type, string Label)> Columns { get; } =
    [
        ("campaigns", "Campaigns"), ("ad_groups", "Ad groups"), ("keywords", "Keywords"), ("targets", "Targets"), ("ads", "Ads"),
        ("", "Other"),
    ];

    public static async Task<RunModel?> ReadAsync(HttpContext context, long runId, bool showsAll)
    {
        IngestionRuns runs = context.RequestServices.GetRequiredService<IngestionRuns>();
        if (await runs.FindProgressAsync(runId, context.RequestAborted).ConfigureAwait(false) is not { } progress)
        {
            return null;
        }

        QueuedRun run = progress.Run;
        IReadOnlyDictionary<(AccountId, ProfileId), ProfileRecord> profiles =
            await ReadProfilesAsync(context, progress).ConfigureAwait(false);
        return new RunModel
        {
            Run = run,
            Subject = await SubjectAsync(context, run, profiles).ConfigureAwait(false),
            Jobs = progress.Jobs,
            Profiles = ProfilesOf(progress, profiles),
            Columns = ColumnsOf(run),
            Failures = RunFailures.Of(progress, profiles),
            Usual = run.IsFinal ? null : await UsualAsync(context, run).ConfigureAwait(false),
            ShowsAll = showsAll,
            Worker = run.State == QueuedRunState.Queued ? await WorkerWatch.ReadAsync(context).ConfigureAwait(false) : default,
        };
    }

    /// <summary>What a run syncs, in words.</summary>
    public static async Task<string> SubjectAsync(
        HttpContext context, QueuedRun run, IReadOnlyDictionary<(AccountId, ProfileId), ProfileRecord>? profiles = null)
    {
        if (run.Request.AccountId is not { } accountId)
        {
            return "all accounts";
        }

        Account? account = await context.RequestServices.GetRequiredService<IAccountStore>()
            .FindAsync(accountId, context.RequestAborted).ConfigureAwait(false);
        string name = account?.Name ?? $"account {accountId}";
        return run.Request.ProfileId is { } profileId
            ? $"{name}, {NameOf(profiles?.GetValueOrDefault((accountId, profileId)), profileId)}"
            : name;
    }

    public static string NameOf(ProfileRecord? profile, ProfileId profileId) =>
        CountryNames.Of(profile?.CountryCode) ?? $"profile {profileId}";

    private static async Task<IReadOnlyDictionary<(AccountId, ProfileId), ProfileRecord>> ReadProfilesAsync(
        HttpContext context, RunProgress progress)
    {
        IPpcAdsReader reader = context.RequestServices.GetRequiredService<IPpcAdsReader>();
        var found = new Dictionary<(AccountId, ProfileId), ProfileRecord>();
        foreach (AccountId account in progress.Run.Steps.Select(step => step.AccountId)
            .Concat(progress.Jobs.Select(job => job.AccountId)).Distinct())
        {
            foreach (StoredEntity<ProfileRecord> stored in await reader
                .ReadProfilesAsync(account, context.RequestAborted).ConfigureAwait(false))
            {
                found[(account, stored.ProfileId)] = stored.Entity;
            }
        }

        return found;
    }

    /// <summary>The columns that the run has; a run that is over has no step that is still to come.</summary>
    private static bool[] ColumnsOf(QueuedRun run) =>
    [
        .. Columns.Select(column =>
            !run.IsFinal || run.Steps.Any(step => step.ProfileId is not null && ColumnOf(step) == column.Type)),
    ];

    private static IReadOnlyList<ProfileProgress> ProfilesOf(
        RunProgress progress, IReadOnlyDictionary<(AccountId, ProfileId), ProfileRecord> profiles)
    {
        ILookup<(AccountId, ProfileId), RunStep> steps = progress.Run.Steps.Where(step => step.ProfileId is not null)
            .ToLookup(step => (step.AccountId, step.ProfileId!.Value));
        ILookup<(AccountId, ProfileId), ReportJob> jobs = progress.Jobs.ToLookup(job => (job.AccountId, job.ProfileId));
        return
        [
            .. steps.Select(group => group.Key).Union(jobs.Select(group => group.Key))
                .OrderBy(key => key.Item1.Value).ThenBy(key => key.Item2.Value)
                .Select(key => new ProfileProgress(
                    NameOf(profiles.GetValueOrDefault(key), key.Item2),
                    profiles.GetValueOrDefault(key)?.CurrencyCode,
                    [
                        .. Columns.Select(column => CellOf([.. steps[key].Where(step => ColumnOf(step) == column.Type)])),
                        ReportsOf([.. jobs[key]]),
                    ])),
        ];
    }

    private static string ColumnOf(RunStep step)
    {
        string type = step.Step[(step.Step.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return Columns.Any(column => column.Type == type) ? type : "";
    }

    private static ProgressCell CellOf(RunStep[] steps) =>
        steps.Length == 0 ? new(StatusKind.Waiting, "not yet")
        : steps.Any(step => step.Outcome is null) ? new(StatusKind.Working, "loading")
        : steps.Any(step => step.Outcome == StepOutcome.Failed) ? new(StatusKind.Bad, "failed")
        : steps.All(step => step.Outcome == StepOutcome.Skipped) ? new(StatusKind.NotTried, "not tried")
        : steps.Sum(step => step.Rows) is var rows and > 0 ? new(StatusKind.Good, rows.ToString("N0", CultureInfo.CurrentCulture))
        : new(StatusKind.Good, "done");

    private static ProgressCell ReportsOf(ReportJob[] jobs)
    {
        int loaded = jobs.Count(job => job.State == ReportJobState.Loaded);
        string word = $"{loaded} of {jobs.Length}";
        return jobs.Length == 0 ? new(StatusKind.Waiting, "not yet")
            : loaded == jobs.Length ? new(StatusKind.Good, word)
            : jobs.Any(job => !job.IsFinal) ? new(StatusKind.Working, word)
            : new(StatusKind.Bad, word);
    }

    /// <summary>How long such runs took that went well.</summary>
    private static async Task<(TimeSpan Least, TimeSpan Most)?> UsualAsync(HttpContext context, QueuedRun run)
    {
        ReadPage<QueuedRun> earlier = await context.RequestServices.GetRequiredService<IngestionRuns>()
            .ListAsync(run.Request.AccountId, new PageRequest(50), context.RequestAborted).ConfigureAwait(false);
        TimeSpan[] durations =
        [
            .. earlier.Items
                .Where(one => one.State == QueuedRunState.Succeeded && one.Request.Key == run.Request.Key)
                .Select(one => one.FinishedAt - one.StartedAt).OfType<TimeSpan>().Order(),
        ];
        return durations.Length < RunsForUsual ? null : (durations[0], durations[^1]);
    }
}
