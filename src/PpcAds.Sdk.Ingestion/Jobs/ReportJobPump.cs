using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion.Failures;
using PpcAds.Sdk.Ingestion.Runs;
using PpcAds.Sdk.Ingestion.Telemetry;
using PpcAds.Sdk.Leases;

namespace PpcAds.Sdk.Ingestion.Jobs;

/// <summary>Claims report jobs that are due and advances each by one step, several at a time.</summary>
internal sealed class ReportJobPump(
    IAccountStore accounts,
    IAmazonAdsClientFactory clients,
    IReportJobStore jobs,
    StoredProfiles profiles,
    ReportJobRunner runner,
    ReportPlaces places,
    AccountCircuits circuits,
    ConsentStatus consents,
    PpcAdsOptions options,
    string owner,
    TimeProvider timeProvider,
    ILogger logger)
{
    /// <summary>Processes jobs until none is open, or the next one is due later than a wait from now.</summary>
    public async Task CompleteAsync(
        ReportJobFilter filter, TimeSpan? longestWait, SyncContext run, CancellationToken cancellationToken)
    {
        while (true)
        {
            await ProcessDueAsync(filter, run, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<ReportJob> open = await jobs.ListOpenAsync(filter, cancellationToken).ConfigureAwait(false);
            run.Count.ReplaceOpenJobs(open);
            if (open.Count == 0)
            {
                return;
            }

            DateTimeOffset now = timeProvider.GetUtcNow();
            TimeSpan wait = open.Any(job => job.IsDueAt(now)) ? TimeSpan.Zero : open[0].DueAt - now;
            if (wait > longestWait)
            {
                return;
            }

            // Due, but not ours: another worker has it, or one died with it.
            TimeSpan least = options.Client.ReportPollMinDelay;
            await Task.Delay(wait < least ? least : wait, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes every job that is due one step further.</summary>
    public async Task ProcessDueAsync(ReportJobFilter? filter, SyncContext run, CancellationToken cancellationToken)
    {
        var known = new ProfileLookup(profiles);
        await Task.WhenAll(Enumerable.Range(0, options.Ingestion.MaxConcurrentReports).Select(async _ =>
        {
            while (await places.RunAsync(() => ProcessNextAsync(filter, known, run, cancellationToken), cancellationToken)
                .ConfigureAwait(false))
            {
                // The next one.
            }
        })).ConfigureAwait(false);
    }

    /// <returns>Whether there was one.</returns>
    private async Task<bool> ProcessNextAsync(
        ReportJobFilter? filter, ProfileLookup known, SyncContext run, CancellationToken cancellationToken)
    {
        if (await jobs.ClaimAsync(owner, options.Ingestion.LeaseDuration, timeProvider.GetUtcNow(), filter, cancellationToken)
            .ConfigureAwait(false) is not { } job)
        {
            return false;
        }

        run.Count.See([job]);
        if (await ProcessAsync(job, known, run, cancellationToken).ConfigureAwait(false) is { } result)
        {
            run.Add(result);
            await consents.UpdateAsync(job.AccountId, run, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    private async Task<StepResult?> ProcessAsync(
        ReportJob job, ProfileLookup known, SyncContext run, CancellationToken cancellationToken)
    {
        try
        {
            return await ProcessHeldAsync(job, known, run, cancellationToken).ConfigureAwait(false);
        }
        catch (LeaseLostException)
        {
            // While its account or profile was looked up: another worker has the job, and this call goes on with others.
            IngestionLog.LeaseLost(logger, job.JobId);
            return null;
        }
    }

    private async Task<StepResult?> ProcessHeldAsync(
        ReportJob job, ProfileLookup known, SyncContext run, CancellationToken cancellationToken)
    {
        AmazonAdsClient client;
        ProfileRecord? profile;
        try
        {
            Account? account = await accounts.FindAsync(job.AccountId, cancellationToken).ConfigureAwait(false);
            if (account is not { Status: AccountStatus.Active or AccountStatus.Paused })
            {
                string reason = account is not { Status: AccountStatus.NeedsConsent } ? "The account was deleted."
                    : ConsentNotice.EndOf(account, timeProvider.GetUtcNow()) is { } ended
                    ? $"{ended} Its days are then planned again."
                    : "Amazon refuses the account's grant; the days are planned again once the advertiser has consented again.";
                return await runner.AbandonAsync(job, reason, cancellationToken).ConfigureAwait(false);
            }

            run.Failures.Know(account);
            switch (run.Failures.StopOf(job.AccountId, job.ProfileId))
            {
                case { Action: FailureAction.NeedsConsent } stop:
                    return await runner.AbandonAsync(job, stop.Reason, cancellationToken).ConfigureAwait(false);
                case { Action: FailureAction.StopProfile } stop:
                    return await runner.DeferAsync(job, stop, run, cancellationToken).ConfigureAwait(false);
            }

            profile = await known.FindAsync(job.AccountId, job.ProfileId, cancellationToken).ConfigureAwait(false);
            if (profile is null)
            {
                return await runner.AbandonAsync(job, "The profile is not stored.", cancellationToken).ConfigureAwait(false);
            }

            if (!circuits.TryEnter(job.AccountId, out DateTimeOffset until))
            {
                return await runner.DeferAsync(job, until, cancellationToken).ConfigureAwait(false);
            }

            client = await clients.CreateAsync(job.AccountId, cancellationToken).ConfigureAwait(false);
            run.Failures.Uses(job.AccountId, client);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or LeaseLostException))
        {
            return await runner.RetryLaterAsync(job, exception, cancellationToken).ConfigureAwait(false);
        }

        return await runner.RunAsync(job, client, profile, run, cancellationToken).ConfigureAwait(false);
    }
}
