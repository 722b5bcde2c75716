using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion.Syncing;

namespace PpcAds.Sdk.Ingestion;

/// <summary>
/// Brings accounts up to date: profiles, then campaigns, ad groups and keywords of each, then the reports that are due, which
/// Amazon makes while nothing waits, then their rows. Failures are reported and the rest continues. Every method is idempotent
/// and takes what is due from the stores, so a killed process loses nothing. When the stores' database fails and a call cannot
/// continue, it throws <see cref="PpcAdsStorageException"/>, and the next call continues from what was stored.
/// </summary>
public sealed class IngestionOrchestrator
{
    private readonly IngestionParts _parts;

    internal IngestionOrchestrator(IngestionParts parts) => _parts = parts;

    /// <summary>Syncs every active account and requests the reports that are due. Does not wait for them.</summary>
    /// <param name="progress">Receives each step.</param>
    /// <param name="cancellationToken">Ends the sync between steps; what was done stays.</param>
    public Task<IngestionResult> SyncAllAccountsAsync(
        IProgress<IngestionProgress>? progress = null, CancellationToken cancellationToken = default) =>
        SyncRemainingAccountsAsync([], progress, cancellationToken);

    /// <summary>Does the same without accounts that were synced already.</summary>
    internal Task<IngestionResult> SyncRemainingAccountsAsync(
        HashSet<AccountId> done, IProgress<IngestionProgress>? progress, CancellationToken cancellationToken) =>
        _parts.Runs.ExecuteAsync("sync all accounts", null, progress, async run =>
        {
            await _parts.AllAccounts.RunAsync(done, run, cancellationToken).ConfigureAwait(false);
            await _parts.Pump.ProcessDueAsync(null, run, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);

    /// <summary>Syncs one account and requests the reports that are due. Does not wait for them.</summary>
    /// <inheritdoc cref="SyncAllAccountsAsync"/>
    /// <exception cref="PpcAdsValidationException">There is no such account.</exception>
    public async Task<IngestionResult> SyncAccountAsync(
        AccountId accountId, IProgress<IngestionProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Account account = await _parts.Stored.GetAsync(accountId, cancellationToken).ConfigureAwait(false);
        return await _parts.Runs.ExecuteAsync("sync account", accountId, progress, async run =>
        {
            await _parts.AccountSync.RunAsync(account, SyncScope.All, waits: true, run, cancellationToken).ConfigureAwait(false);
            await _parts.Pump.ProcessDueAsync(
                new ReportJobFilter { AccountId = accountId }, run, cancellationToken).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lists an account's profiles and stores them; nothing else.</summary>
    /// <inheritdoc cref="SyncAccountAsync(AccountId, IProgress{IngestionProgress}?, CancellationToken)"/>
    public async Task<IngestionResult> SyncProfilesAsync(
        AccountId accountId, IProgress<IngestionProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Account account = await _parts.Stored.GetAsync(accountId, cancellationToken).ConfigureAwait(false);
        return await _parts.Runs.ExecuteAsync(
            "sync profiles",
            accountId,
            progress,
            run => _parts.AccountSync.RunAsync(account, SyncScope.ProfilesOnly, waits: true, run, cancellationToken),
            cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Syncs one stored profile and requests its reports that are due. Does not wait for them.</summary>
    /// <inheritdoc cref="SyncAllAccountsAsync"/>
    /// <exception cref="PpcAdsValidationException">There is no such account or profile; sync the account first.</exception>
    public async Task<IngestionResult> SyncProfileAsync(
        AccountId accountId,
        ProfileId profileId,
        IProgress<IngestionProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        Account account = await _parts.Stored.GetAsync(accountId, cancellationToken).ConfigureAwait(false);
        ProfileRecord profile = await _parts.Stored.GetProfileAsync(accountId, profileId, cancellationToken)
            .ConfigureAwait(false);
        return await _parts.Runs.ExecuteAsync("sync profile", accountId, progress, async run =>
        {
            await _parts.AccountSync.RunAsync(account, SyncScope.Of(profile), waits: true, run, cancellationToken)
                .ConfigureAwait(false);
            await _parts.Pump.ProcessDueAsync(
                new ReportJobFilter { AccountId = accountId, ProfileId = profileId },
                run,
                cancellationToken).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gets what would be requested, and why, if a sync ran now. Sends and stores nothing.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="profileId">Only this profile; <see langword="null"/> for all stored ones.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="PpcAdsValidationException">There is no such account or profile, or a time zone is not known.</exception>
    public async Task<IReadOnlyList<PlannedReport>> PlanAsync(
        AccountId accountId, ProfileId? profileId = null, CancellationToken cancellationToken = default)
    {
        await _parts.Stored.GetAsync(accountId, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<ProfileRecord> profiles = await _parts.Profiles.ReadAsync(accountId, cancellationToken)
            .ConfigureAwait(false);
        return await _parts.Planning.PlanAsync(
            accountId,
            profiles.Where(profile => profileId is null || profile.ProfileId == profileId),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Requests given days, whatever the ledger says. Does not wait for the reports.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="profileId">The profile.</param>
    /// <param name="datasets">The datasets, by name; none for all of the options.</param>
    /// <param name="startDate">The first day, in the profile's time zone.</param>
    /// <param name="endDate">The last day, inclusive; before today.</param>
    /// <param name="progress">Receives each step.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="PpcAdsValidationException">
    /// There is no such account, profile or dataset, or the days are not ones that Amazon has.
    /// </exception>
    public async Task<IngestionResult> RequestReportsAsync(
        AccountId accountId,
        ProfileId profileId,
        IReadOnlyList<string> datasets,
        DateOnly startDate,
        DateOnly endDate,
        IProgress<IngestionProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(datasets);
        await _parts.Stored.GetAsync(accountId, cancellationToken).ConfigureAwait(false);
        ProfileRecord profile = await _parts.Stored.GetProfileAsync(accountId, profileId, cancellationToken)
            .ConfigureAwait(false);
        IEnumerable<string> names = datasets.Count > 0 ? datasets : _parts.Options.GetDatasets();
        IReadOnlyList<PlannedReport> planned = _parts.Planning.PlanManually(
            accountId, profile, names.Select(Datasets.Get), startDate, endDate);
        return await _parts.Runs.ExecuteAsync("request reports", accountId, progress, async run =>
        {
            await _parts.Plans.AddAsync(accountId, profile, planned, run, cancellationToken).ConfigureAwait(false);
            await _parts.Pump.ProcessDueAsync(
                new ReportJobFilter { AccountId = accountId, ProfileId = profileId },
                run,
                cancellationToken).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Advances every report job that is due by one step: request, poll or load. Does not wait.</summary>
    /// <param name="accountId">Only this account's; <see langword="null"/> for all.</param>
    /// <param name="progress">Receives each step.</param>
    /// <param name="cancellationToken">Ends the poll between steps; what was done stays.</param>
    public Task<IngestionResult> PollReportsAsync(
        AccountId? accountId = null,
        IProgress<IngestionProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        _parts.Runs.ExecuteAsync(
            "poll reports",
            accountId,
            progress,
            run => _parts.Pump.ProcessDueAsync(new ReportJobFilter { AccountId = accountId }, run, cancellationToken),
            cancellationToken);

    /// <summary>
    /// Polls until no report job is open, or the next one is due later than <paramref name="longestWait"/> from now. For scripts;
    /// a service has its worker.
    /// </summary>
    /// <param name="accountId">Only this account's; <see langword="null"/> for all.</param>
    /// <param name="longestWait">The longest wait between two polls; <see langword="null"/> for no bound.</param>
    /// <param name="progress">Receives each step.</param>
    /// <param name="cancellationToken">Ends the wait; the jobs stay as they are.</param>
    public Task<IngestionResult> CompleteReportsAsync(
        AccountId? accountId = null,
        TimeSpan? longestWait = null,
        IProgress<IngestionProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        _parts.Runs.ExecuteAsync(
            "complete reports",
            accountId,
            progress,
            run => _parts.Pump.CompleteAsync(new ReportJobFilter { AccountId = accountId }, longestWait, run, cancellationToken),
            cancellationToken);

    /// <summary>
    /// Forgets runs, issues and final jobs that are older than <see cref="IngestionOptions.BookkeepingRetention"/>.
    /// </summary>
    public Task PruneAsync(CancellationToken cancellationToken = default) => _parts.Bookkeeping.PruneAsync(cancellationToken);
}
