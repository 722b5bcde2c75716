using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Profiles;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Storage;

namespace PpcAds.Sdk.Ingestion;

/// <summary>
/// Brings accounts up to date: profiles, then campaigns, ad groups and keywords of each, then the reports that are due, which Amazon
/// makes while nothing waits, then their rows. Whatever fails is told and the rest goes on. Every method is idempotent and takes what is
/// due from the stores, so that a killed process loses nothing. When the stores' database fails so that a call cannot go on, it ends with
/// <see cref="PpcAdsStorageException"/>, and the next call goes on from what was stored.
/// </summary>
public sealed class IngestionOrchestrator
{
    /// <summary>Far longer than a worker that was stopped and goes on may still believe in its lease.</summary>
    private static readonly TimeSpan LeaseRetention = TimeSpan.FromDays(1);

    private readonly IAccountStore _accounts;
    private readonly RetryingReportJobStore _jobs;
    private readonly ILeaseStore _leases;
    private readonly ISyncLog _log;
    private readonly IngestionOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly IngestionMetrics _metrics;
    private readonly ProfileSync _profiles;
    private readonly ReportPlanning _planning;
    private readonly AccountSync _accountSync;
    private readonly ReportJobPump _pump;
    private readonly SyncRuns _runs;

    internal IngestionOrchestrator(
        IAccountStore accounts,
        IAmazonAdsClientFactory clients,
        IEtlSink sink,
        IReportJobStore jobs,
        ILeaseStore leases,
        ISyncLog log,
        IIngestionReader reader,
        PpcAdsOptions options,
        ReportPlaces places,
        TimeProvider timeProvider,
        IngestionMetrics metrics,
        ILogger logger)
    {
        string owner = $"{Environment.ProcessId}@{Environment.MachineName}";
        IngestionOptions ingestion = options.Ingestion;
        var circuits = new AccountCircuits(ingestion.AccountCircuitFailures, ingestion.AccountCircuitDuration, timeProvider);
        var locks = new AccountLocks(leases, owner, ingestion.LeaseDuration, timeProvider, logger);
        var consents = new ConsentStatus(accounts, clients);
        var entities = new EntitySync(sink, reader, ingestion, timeProvider);
        _accounts = accounts;
        _jobs = new RetryingReportJobStore(jobs, timeProvider);
        _leases = leases;
        _log = log;
        _options = ingestion;
        _timeProvider = timeProvider;
        _metrics = metrics;
        _profiles = new ProfileSync(sink, reader, timeProvider);
        _planning = new ReportPlanning(reader, jobs, ingestion, timeProvider, metrics);
        _accountSync = new AccountSync(
            accounts, clients, locks, consents, circuits, _profiles, entities, _planning, _jobs, options, timeProvider);
        var runner = new ReportJobRunner(_jobs, sink, ingestion, options.Client, timeProvider, metrics, logger);
        _pump = new ReportJobPump(
            accounts, clients, _jobs, _profiles, runner, places, circuits, consents, options, owner, timeProvider, logger);

        // A profile's entities, and its plan.
        _runs = new SyncRuns(log, _jobs, circuits, ingestion, entities.Steps + 1, timeProvider, metrics, logger);
    }

    /// <summary>Syncs every active account and asks for the reports that are due. Does not wait for them.</summary>
    /// <param name="progress">Is told each step.</param>
    /// <param name="cancellationToken">Ends the sync between steps; what was done stays.</param>
    public Task<IngestionResult> SyncAllAccountsAsync(
        IProgress<IngestionProgress>? progress = null, CancellationToken cancellationToken = default) =>
        SyncRemainingAccountsAsync([], progress, cancellationToken);

    /// <summary>Does the same without accounts that were synced already.</summary>
    internal Task<IngestionResult> SyncRemainingAccountsAsync(
        HashSet<AccountId> done, IProgress<IngestionProgress>? progress, CancellationToken cancellationToken) =>
        _runs.ExecuteAsync("sync all accounts", null, progress, run => SyncAccountsAsync(done, run, cancellationToken), cancellationToken);

    /// <summary>Syncs one account and asks for the reports that are due. Does not wait for them.</summary>
    /// <inheritdoc cref="SyncAllAccountsAsync"/>
    /// <exception cref="AmazonAdsValidationException">There is no such account.</exception>
    public async Task<IngestionResult> SyncAccountAsync(
        AccountId accountId, IProgress<IngestionProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Account account = await GetAccountAsync(accountId, cancellationToken).ConfigureAwait(false);
        return await _runs.ExecuteAsync("sync account", accountId, progress, async run =>
        {
            await _accountSync.RunAsync(account, waits: true, run, cancellationToken).ConfigureAwait(false);
            await _pump.ProcessDueAsync(new ReportJobFilter { AccountId = accountId }, run, cancellationToken).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lists an account's profiles and stores them; nothing else.</summary>
    /// <inheritdoc cref="SyncAccountAsync(AccountId, IProgress{IngestionProgress}?, CancellationToken)"/>
    public async Task<IngestionResult> SyncProfilesAsync(
        AccountId accountId, IProgress<IngestionProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Account account = await GetAccountAsync(accountId, cancellationToken).ConfigureAwait(false);
        return await _runs.ExecuteAsync(
            "sync profiles", accountId, progress, run => _accountSync.RunProfilesAsync(account, run, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Syncs one stored profile and asks for its reports that are due. Does not wait for them.</summary>
    /// <inheritdoc cref="SyncAllAccountsAsync"/>
    /// <exception cref="AmazonAdsValidationException">There is no such account or profile; sync the account first.</exception>
    public async Task<IngestionResult> SyncProfileAsync(
        AccountId accountId, ProfileId profileId, IProgress<IngestionProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Account account = await GetAccountAsync(accountId, cancellationToken).ConfigureAwait(false);
        ProfileRecord profile = await GetProfileAsync(accountId, profileId, cancellationToken).ConfigureAwait(false);
        return await _runs.ExecuteAsync("sync profile", accountId, progress, async run =>
        {
            await _accountSync.RunProfileAsync(account, profile, run, cancellationToken).ConfigureAwait(false);
            await _pump.ProcessDueAsync(new ReportJobFilter { AccountId = accountId, ProfileId = profileId }, run, cancellationToken).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What would be asked for, and why, if a sync ran now. Sends and stores nothing.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="profileId">Only this profile; <see langword="null"/> for all stored ones.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="AmazonAdsValidationException">There is no such account or profile, or a time zone is not known.</exception>
    public async Task<IReadOnlyList<PlannedReport>> PlanAsync(
        AccountId accountId, ProfileId? profileId = null, CancellationToken cancellationToken = default)
    {
        await GetAccountAsync(accountId, cancellationToken).ConfigureAwait(false);
        var planned = new List<PlannedReport>();
        foreach (ProfileRecord profile in await _profiles.ReadAsync(accountId, cancellationToken).ConfigureAwait(false))
        {
            if (profile.Type != ProfileType.Agency && (profileId is null || profile.ProfileId == profileId))
            {
                planned.AddRange((await _planning.PlanAsync(accountId, profile, _ => true, cancellationToken).ConfigureAwait(false)).Reports);
            }
        }

        return planned;
    }

    /// <summary>Asks for days by hand, whatever the ledger says. Does not wait for the reports.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="profileId">The profile.</param>
    /// <param name="datasets">The datasets, by name; none for all of the options.</param>
    /// <param name="startDate">The first day, in the profile's time zone.</param>
    /// <param name="endDate">The last day, inclusive; before today.</param>
    /// <param name="progress">Is told each step.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="AmazonAdsValidationException">
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
        await GetAccountAsync(accountId, cancellationToken).ConfigureAwait(false);
        ProfileRecord profile = await GetProfileAsync(accountId, profileId, cancellationToken).ConfigureAwait(false);
        IEnumerable<string> names = datasets.Count > 0 ? datasets : _options.GetDatasets();
        IReadOnlyList<PlannedReport> planned = _planning.PlanManually(accountId, profile, names.Select(Datasets.Get), startDate, endDate);
        return await _runs.ExecuteAsync("request reports", accountId, progress, async run =>
        {
            await AddJobsAsync(accountId, profile, planned, run, cancellationToken).ConfigureAwait(false);
            await _pump.ProcessDueAsync(new ReportJobFilter { AccountId = accountId, ProfileId = profileId }, run, cancellationToken).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes every report job that is due one step further: asks, looks, loads. Does not wait.</summary>
    /// <param name="accountId">Only this account's; <see langword="null"/> for all.</param>
    /// <param name="progress">Is told each step.</param>
    /// <param name="cancellationToken">Ends the poll between steps; what was done stays.</param>
    public Task<IngestionResult> PollReportsAsync(
        AccountId? accountId = null, IProgress<IngestionProgress>? progress = null, CancellationToken cancellationToken = default) =>
        _runs.ExecuteAsync(
            "poll reports",
            accountId,
            progress,
            run => _pump.ProcessDueAsync(new ReportJobFilter { AccountId = accountId }, run, cancellationToken),
            cancellationToken);

    /// <summary>
    /// Polls until no report job is open, or the next one is due later than <paramref name="longestWait"/> from now. For scripts; a
    /// service has its worker.
    /// </summary>
    /// <param name="accountId">Only this account's; <see langword="null"/> for all.</param>
    /// <param name="longestWait">The longest wait between two polls; <see langword="null"/> for no bound.</param>
    /// <param name="progress">Is told each step.</param>
    /// <param name="cancellationToken">Ends the wait; the jobs stay as they are.</param>
    public Task<IngestionResult> CompleteReportsAsync(
        AccountId? accountId = null,
        TimeSpan? longestWait = null,
        IProgress<IngestionProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        _runs.ExecuteAsync(
            "complete reports",
            accountId,
            progress,
            run => _pump.CompleteAsync(new ReportJobFilter { AccountId = accountId }, longestWait, run, cancellationToken),
            cancellationToken);

    /// <summary>Forgets runs, issues and final jobs that are older than <see cref="IngestionOptions.BookkeepingRetention"/>.</summary>
    public async Task PruneAsync(CancellationToken cancellationToken = default)
    {
        DateTimeOffset before = _timeProvider.GetUtcNow() - _options.BookkeepingRetention;
        await _jobs.PruneAsync(before, cancellationToken).ConfigureAwait(false);
        await _log.PruneAsync(before, cancellationToken).ConfigureAwait(false);
        await _leases.PruneAsync(LeaseRetention, cancellationToken).ConfigureAwait(false);
    }

    private async Task SyncAccountsAsync(HashSet<AccountId> done, SyncContext run, CancellationToken cancellationToken)
    {
        IReadOnlyList<Account> all = await _accounts.ListAsync(cancellationToken).ConfigureAwait(false);
        _metrics.UpdateConsents(all.Where(account => account.Status == AccountStatus.Active).Min(account => account.ConsentEndsAt), _timeProvider);
        IReadOnlyList<Account> left = [.. all.Where(account => !done.Contains(account.AccountId))];
        IReadOnlyList<Account> busy = await SyncSideBySideAsync(left, waits: false, run, cancellationToken).ConfigureAwait(false);

        // Whoever holds the locks of these may have died with them.
        await SyncSideBySideAsync(busy, waits: true, run, cancellationToken).ConfigureAwait(false);
        await _pump.ProcessDueAsync(null, run, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>The accounts whose lock another worker holds.</returns>
    private async Task<IReadOnlyList<Account>> SyncSideBySideAsync(
        IReadOnlyList<Account> accounts, bool waits, SyncContext run, CancellationToken cancellationToken)
    {
        var busy = new ConcurrentBag<Account>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.MaxConcurrentAccounts, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(accounts, parallel, async (account, token) =>
        {
            if (!await _accountSync.RunAsync(account, waits, run, token).ConfigureAwait(false))
            {
                busy.Add(account);
            }
        }).ConfigureAwait(false);
        return [.. busy.OrderBy(account => account.AccountId.Value)];
    }

    private Task<StepResult> AddJobsAsync(
        AccountId accountId, ProfileRecord profile, IReadOnlyList<PlannedReport> planned, SyncContext run, CancellationToken cancellationToken) =>
        run.RunAsync(
            accountId,
            profile.ProfileId,
            "plan",
            async () =>
            {
                run.Count.See(await _jobs.AddAsync(planned, _timeProvider.GetUtcNow(), cancellationToken).ConfigureAwait(false));
                return PlanSteps.Of(accountId, profile, planned);
            },
            cancellationToken);

    private async Task<Account> GetAccountAsync(AccountId accountId, CancellationToken cancellationToken) =>
        await StorageErrors.WrapAsync("find the account", () => _accounts.FindAsync(accountId, cancellationToken).AsTask()).ConfigureAwait(false)
        ?? throw new AmazonAdsValidationException("The account", [new InputProblem(nameof(accountId), accountId.ToString(), "is not known.")]);

    private async Task<ProfileRecord> GetProfileAsync(AccountId accountId, ProfileId profileId, CancellationToken cancellationToken) =>
        (await StorageErrors.WrapAsync("find the profile", () => _profiles.ReadAsync(accountId, cancellationToken)).ConfigureAwait(false))
            .FirstOrDefault(profile => profile.ProfileId == profileId)
        ?? throw new AmazonAdsValidationException("The profile", [
            new InputProblem(nameof(profileId), profileId.ToString(), "is not stored for the account; sync its profiles first."),
        ]);
}
