using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Profiles;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Ingestion.Queue;

/// <summary>
/// What a run requests from the orchestrator: a sync of one profile, one account or all, or the reports of given days.
/// </summary>
internal sealed class RunWork(IngestionOrchestrator orchestrator, IIngestionReader reader, IngestionOptions options)
{
    /// <summary>Whether it was done; not when another worker keeps an account for itself.</summary>
    public async Task<bool> DoAsync(RunRequest request, RunTry attempt, CancellationToken cancellationToken)
    {
        RunSteps steps = attempt.Steps;
        if (request.StartDate is { } start && request.EndDate is { } end)
        {
            return await RequestDaysAsync(request, start, end, steps, cancellationToken).ConfigureAwait(false);
        }

        if (request is { AccountId: { } account, ProfileId: { } profile })
        {
            return !IsBusy(await orchestrator.SyncProfileAsync(account, profile, steps, cancellationToken).ConfigureAwait(false));
        }

        if (request.AccountId is { } one)
        {
            return !IsBusy(await orchestrator.SyncAccountAsync(one, steps, cancellationToken).ConfigureAwait(false));
        }

        IngestionResult all = await orchestrator.SyncRemainingAccountsAsync(attempt.Done, steps, cancellationToken)
            .ConfigureAwait(false);
        AccountId[] busy = [.. all.Steps.Where(step => step.IsBusy).Select(step => step.AccountId)];
        attempt.Done.UnionWith(all.Steps.Where(step => step.Job is null).Select(step => step.AccountId).Except(busy));
        return busy.Length == 0;
    }

    private async Task<bool> RequestDaysAsync(
        RunRequest request, DateOnly start, DateOnly end, RunSteps steps, CancellationToken cancellationToken)
    {
        AccountId account = request.AccountId!.Value;
        IReadOnlyList<ProfileRecord> profiles = await ReadProfilesAsync(
            request, account, cancellationToken).ConfigureAwait(false);
        if (profiles.Count == 0)
        {
            if (IsBusy(await orchestrator.SyncProfilesAsync(account, steps, cancellationToken).ConfigureAwait(false)))
            {
                return false;
            }

            profiles = await ReadProfilesAsync(request, account, cancellationToken).ConfigureAwait(false);
        }

        foreach (ProfileRecord profile in profiles)
        {
            foreach (string dataset in request.Datasets.Count > 0 ? request.Datasets : options.GetDatasets())
            {
                await RequestDaysAsync(
                    account, profile.ProfileId, dataset, start, end, steps, cancellationToken).ConfigureAwait(false);
            }
        }

        return true;
    }

    /// <summary>
    /// Each dataset by itself: report types keep their days for different times, and one that has none left must not stop the
    /// others.
    /// </summary>
    private async Task RequestDaysAsync(
        AccountId account,
        ProfileId profile,
        string dataset,
        DateOnly start,
        DateOnly end,
        RunSteps steps,
        CancellationToken cancellationToken)
    {
        var step = new RunStep(account, profile, $"request {dataset}");
        steps.Set(step);
        try
        {
            await orchestrator.RequestReportsAsync(
                account, profile, [dataset], start, end, null, cancellationToken).ConfigureAwait(false);
            steps.Set(step with { Outcome = StepOutcome.Done });
        }
        catch (PpcAdsValidationException exception)
        {
            steps.Set(step with { Outcome = StepOutcome.Failed, Reason = exception.Message });
        }
    }

    private async Task<IReadOnlyList<ProfileRecord>> ReadProfilesAsync(
        RunRequest request, AccountId account, CancellationToken cancellationToken) =>
    [
        .. (await reader.ReadProfilesAsync(account, cancellationToken).ConfigureAwait(false)).Select(stored => stored.Entity)
            .Where(
                profile => profile.Type != ProfileType.Agency && profile.ProfileId == (request.ProfileId ?? profile.ProfileId)),
    ];

    private static bool IsBusy(IngestionResult result) => result.Steps.Any(step => step.IsBusy);
}
