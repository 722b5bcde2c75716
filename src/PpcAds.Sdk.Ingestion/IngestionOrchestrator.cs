using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Diagnostics;
using PpcAds.Sdk.Drift;
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
    /// <summary>The reason of an account's step that another worker's turn kept from being done.</summary>
    internal const string BusyReason = "Another worker is syncing it now.";

    /// <summary>Far longer than a worker that was stopped and goes on may still believe in its lease.</summary>
    private static readonly TimeSpan LeaseRetention = TimeSpan.FromDays(1);

    private readonly IAccountStore _accounts;
    private readonly IAmazonAdsClientFactory _clients;
    private readonly RetryingReportJobStore _jobs;
    private readonly ISyncLog _log;
    private readonly PpcAdsOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly IngestionMetrics _metrics;
    private readonly ILogger _logger;
    private readonly ProfileSync _profiles;
    private readonly EntitySync _entities;
    private readonly ReportPlanning _planning;
    private readonly ReportJobRunner _runner;
    private readonly ILeaseStore _leases;
    private readonly ReportPlaces _places;
    private readonly AccountTurns _turns;
    private readonly AccountCircuits _circuits;
    private readonly LenientTypes _shapes = new();
    private readonly string _owner = $"{Environment.ProcessId}@{Environment.MachineName}";

    internal IngestionOrchestrator(
        IAccountStore accounts,
        IAmazonAdsClientFactory clients,
        IEtlSink sink,
        IReportJobStore jobs,
        ILeaseStore leases,
        ISyncLog log,
        IPpcAdsReader reader,
        PpcAdsOptions options,
        ReportPlaces places,
        TimeProvider timeProvider,
        IngestionMetrics metrics,
        ILogger logger)
    {
        _accounts = accounts;
        _clients = clients;
        _jobs = new RetryingReportJobStore(jobs, timeProvider);
        _leases = leases;
        _log = log;
        _options = options;
        _places = places;
        _timeProvider = timeProvider;
        _metrics = metrics;
        _logger = logger;
        _profiles = new ProfileSync(sink, reader, timeProvider);
        _entities = new EntitySync(sink, reader, options.Ingestion, timeProvider);
        _planning = new ReportPlanning(reader, jobs, options.Ingestion, timeProvider, metrics);
        _runner = new ReportJobRunner(_jobs, sink, options.Ingestion, options.Client, timeProvider, metrics, logger);
        _circuits = new AccountCircuits(options.Ingestion.AccountCircuitFailures, options.Ingestion.AccountCircuitDuration, timeProvider);
        _turns = new AccountTurns(leases, _owner, options.Ingestion.LeaseDuration, timeProvider, logger);
    }

    /// <summary>Syncs every active account and asks for the reports that are due. Does not wait for them.</summary>
    /// <param name="progress">Is told each step.</param>
    /// <param name="cancellationToken">Ends the sync between steps; what was done stays.</param>
    public Task<IngestionResult> SyncAllAccountsAsync(
        IProgress<IngestionProgress>? progress = null, CancellationToken cancellationToken = default) =>
        SyncRemainingAccountsAsync([], progress, cancellationToken);

    /// <summary>The same without accounts that were synced already.</summary>
    internal Task<IngestionResult> SyncRemainingAccountsAsync(
        HashSet<AccountId> done, IProgress<IngestionProgress>? progress, CancellationToken cancellationToken) =>
        RunAsync(
            "sync all accounts",
            null,
            progress,
            async recorder =>
            {
                IReadOnlyList<Account> all = await _accounts.ListAsync(cancellationToken).ConfigureAwait(false);
                _metrics.UpdateConsents(all.Where(account => account.Status == AccountStatus.Active).Min(account => account.ConsentEndsAt), _timeProvider);
                IReadOnlyList<Account> left = [.. all.Where(account => !done.Contains(account.AccountId))];
                IReadOnlyList<Account> taken = await SyncSideBySideAsync(left, waits: false, recorder, cancellationToken)
                    .ConfigureAwait(false);

                // Whoever has these may have died with them.
                await SyncSideBySideAsync(taken, waits: true, recorder, cancellationToken).ConfigureAwait(false);
                await ProcessDueAsync(null, recorder, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);

    /// <summary>Syncs one account and asks for the reports that are due. Does not wait for them.</summary>
    /// <inheritdoc cref="SyncAllAccountsAsync"/>
    /// <exception cref="AmazonAdsValidationException">There is no such account.</exception>
    public async Task<IngestionResult> SyncAccountAsync(
        AccountId accountId, IProgress<IngestionProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Account account = await GetAccountAsync(accountId, cancellationToken).ConfigureAwait(false);
        return await RunAsync(
            "sync account",
            accountId,
            progress,
            async recorder =>
            {
                await SyncAccountAsync(account, waits: true, recorder, cancellationToken).ConfigureAwait(false);
                await ProcessDueAsync(new ReportJobFilter { AccountId = accountId }, recorder, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lists an account's profiles and stores them; nothing else.</summary>
    /// <inheritdoc cref="SyncAccountAsync(AccountId, IProgress{IngestionProgress}?, CancellationToken)"/>
    public async Task<IngestionResult> SyncProfilesAsync(
        AccountId accountId, IProgress<IngestionProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Account account = await GetAccountAsync(accountId, cancellationToken).ConfigureAwait(false);
        return await RunAsync(
            "sync profiles",
            accountId,
            progress,
            recorder => TakeTurnAsync(
                account,
                waits: true,
                recorder,
                async (turn, token) => await ListProfilesAsync(account, recorder, turn, token).ConfigureAwait(false),
                cancellationToken),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Syncs one stored profile and asks for its reports that are due. Does not wait for them.</summary>
    /// <inheritdoc cref="SyncAllAccountsAsync"/>
    /// <exception cref="AmazonAdsValidationException">There is no such account or profile; sync the account first.</exception>
    public async Task<IngestionResult> SyncProfileAsync(
        AccountId accountId, ProfileId profileId, IProgress<IngestionProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Account account = await GetAccountAsync(accountId, cancellationToken).ConfigureAwait(false);
        ProfileRecord profile = await GetProfileAsync(accountId, profileId, cancellationToken).ConfigureAwait(false);
        return await RunAsync(
            "sync profile",
            accountId,
            progress,
            async recorder =>
            {
                await TakeTurnAsync(
                    account,
                    waits: true,
                    recorder,
                    async (turn, token) =>
                    {
                        recorder.Count.Expect([profile]);
                        if (await OpenAsync(account, recorder, token).ConfigureAwait(false) is { } client)
                        {
                            await SyncProfileAsync(client, account, profile, recorder, turn, token).ConfigureAwait(false);
                        }
                    },
                    cancellationToken).ConfigureAwait(false);
                await ProcessDueAsync(
                    new ReportJobFilter { AccountId = accountId, ProfileId = profileId }, recorder, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
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
        IEnumerable<string> names = datasets.Count > 0 ? datasets : _options.Ingestion.GetDatasets();
        IReadOnlyList<PlannedReport> planned = _planning.PlanManually(accountId, profile, names.Select(Datasets.Get), startDate, endDate);
        return await RunAsync(
            "request reports",
            accountId,
            progress,
            async recorder =>
            {
                await AddJobsAsync(accountId, profile, planned, recorder, cancellationToken).ConfigureAwait(false);
                await ProcessDueAsync(
                    new ReportJobFilter { AccountId = accountId, ProfileId = profileId }, recorder, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes every report job that is due one step further: asks, looks, loads. Does not wait.</summary>
    /// <param name="accountId">Only this account's; <see langword="null"/> for all.</param>
    /// <param name="progress">Is told each step.</param>
    /// <param name="cancellationToken">Ends the poll between steps; what was done stays.</param>
    public Task<IngestionResult> PollReportsAsync(
        AccountId? accountId = null, IProgress<IngestionProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(
            "poll reports",
            accountId,
            progress,
            recorder => ProcessDueAsync(new ReportJobFilter { AccountId = accountId }, recorder, cancellationToken),
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
        RunAsync(
            "complete reports",
            accountId,
            progress,
            async recorder =>
            {
                var filter = new ReportJobFilter { AccountId = accountId };
                while (true)
                {
                    await ProcessDueAsync(filter, recorder, cancellationToken).ConfigureAwait(false);
                    IReadOnlyList<ReportJob> open = await _jobs.ListOpenAsync(filter, cancellationToken).ConfigureAwait(false);
                    recorder.Count.ReplaceOpenJobs(open);
                    if (open.Count == 0)
                    {
                        return;
                    }

                    DateTimeOffset now = _timeProvider.GetUtcNow();
                    TimeSpan wait = open.Any(job => job.IsDueAt(now)) ? TimeSpan.Zero : open[0].DueAt - now;
                    if (wait > longestWait)
                    {
                        return;
                    }

                    // Due, but not ours: another worker has it, or one died with it.
                    TimeSpan least = _options.Client.ReportPollMinDelay;
                    await Task.Delay(wait < least ? least : wait, _timeProvider, cancellationToken).ConfigureAwait(false);
                }
            },
            cancellationToken);

    /// <summary>Forgets runs, issues and final jobs that are older than <see cref="IngestionOptions.BookkeepingRetention"/>.</summary>
    public async Task PruneAsync(CancellationToken cancellationToken = default)
    {
        DateTimeOffset before = _timeProvider.GetUtcNow() - _options.Ingestion.BookkeepingRetention;
        await _jobs.PruneAsync(before, cancellationToken).ConfigureAwait(false);
        await _log.PruneAsync(before, cancellationToken).ConfigureAwait(false);
        await _leases.PruneAsync(LeaseRetention, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The accounts whose turn another has.</summary>
    private async Task<IReadOnlyList<Account>> SyncSideBySideAsync(
        IReadOnlyList<Account> accounts, bool waits, SyncContext recorder, CancellationToken cancellationToken)
    {
        var taken = new ConcurrentBag<Account>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Ingestion.MaxConcurrentAccounts, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(accounts, parallel, async (account, token) =>
        {
            if (await SyncAccountAsync(account, waits, recorder, token).ConfigureAwait(false) == AccountTurn.Taken)
            {
                taken.Add(account);
            }
        }).ConfigureAwait(false);
        return [.. taken.OrderBy(account => account.AccountId.Value)];
    }

    /// <summary>Does what one worker at a time does for an account; a turn that another keeps is told as skipped.</summary>
    private async Task<AccountTurn> TakeTurnAsync(
        Account account, bool waits, SyncContext recorder, Func<Lease, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        if (IsLeftAlone(account, recorder))
        {
            return AccountTurn.Done;
        }

        AccountTurn turn = await _turns.RunAsync(
            account.AccountId,
            waits,
            async (lease, token) =>
            {
                await work(lease, token).ConfigureAwait(false);
                await NoteConsentAsync(account.AccountId, recorder, token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        if (turn == AccountTurn.Lost || (turn == AccountTurn.Taken && waits))
        {
            recorder.Add(new StepResult
            {
                AccountId = account.AccountId,
                Step = "account",
                Outcome = StepOutcome.Skipped,
                Reason = turn == AccountTurn.Taken ? BusyReason : "Another worker took it over, since this one was not heard of for too long.",
            });
        }

        return turn;
    }

    private Task<AccountTurn> SyncAccountAsync(Account account, bool waits, SyncContext recorder, CancellationToken cancellationToken) =>
        TakeTurnAsync(account, waits, recorder, (lease, token) => SyncAccountAsync(account, recorder, lease, token), cancellationToken);

    private async Task SyncAccountAsync(Account account, SyncContext recorder, Lease turn, CancellationToken cancellationToken)
    {
        if (await ListProfilesAsync(account, recorder, turn, cancellationToken).ConfigureAwait(false) is not { } listed)
        {
            await NoteUnaskedAsync(account.AccountId, recorder, cancellationToken).ConfigureAwait(false);
            return;
        }

        recorder.Count.Expect(listed.Profiles);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Ingestion.MaxConcurrentProfiles, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            listed.Profiles,
            parallel,
            async (profile, token) => await SyncProfileAsync(listed.Client, account, profile, recorder, turn, token).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private async Task<(AmazonAdsClient Client, IReadOnlyList<ProfileRecord> Profiles)?> ListProfilesAsync(
        Account account, SyncContext recorder, Lease turn, CancellationToken cancellationToken)
    {
        if (await OpenAsync(account, recorder, cancellationToken).ConfigureAwait(false) is not { } client)
        {
            return null;
        }

        IReadOnlyList<ProfileRecord> profiles = await _profiles
            .RunAsync(client, _options.Client.GetRegions(), account.AccountId, recorder, turn, cancellationToken).ConfigureAwait(false);
        return recorder.Failures.StopOf(account.AccountId) is null ? (client, profiles) : null;
    }

    /// <summary>Whether an account's status keeps it from being called; then that is told.</summary>
    private bool IsLeftAlone(Account account, SyncContext recorder)
    {
        if (account.Status == AccountStatus.Active)
        {
            return false;
        }

        AddSkipped(account.AccountId, recorder, account.Status switch
        {
            AccountStatus.NeedsConsent => ConsentNotice.EndOf(account, _timeProvider.GetUtcNow()) ??
                "Amazon refused the account's grant or its client: let the advertiser consent anew, or mend what the first refusal named, and store the credentials with AccountManager.ReconnectAsync.",
            AccountStatus.Closed => "The account was deleted.",
            _ => "The account is paused.",
        });
        return true;
    }

    private static void AddSkipped(AccountId accountId, SyncContext recorder, string reason) => recorder.Add(new StepResult
    {
        AccountId = accountId,
        Step = "account",
        Outcome = StepOutcome.Skipped,
        Reason = reason,
    });

    private async Task NoteConsentAsync(AccountId accountId, SyncContext recorder, CancellationToken cancellationToken)
    {
        if (recorder.Failures.NeedsConsent(accountId))
        {
            await _accounts.SetStatusAsync(accountId, AccountStatus.NeedsConsent, cancellationToken).ConfigureAwait(false);
            if (await IsConnectedAgainAsync(accountId, recorder, cancellationToken).ConfigureAwait(false))
            {
                await _accounts.SetStatusAsync(accountId, AccountStatus.Active, cancellationToken).ConfigureAwait(false);
            }

            recorder.Failures.ConsentNoted(accountId);
        }
    }

    /// <summary>
    /// Whether the refused credentials are no longer the stored ones. Asked after the status was set: whoever connects an
    /// account stores the credentials first and the status then, so either they are found here, or the account becomes active
    /// after this.
    /// </summary>
    private async Task<bool> IsConnectedAgainAsync(AccountId accountId, SyncContext recorder, CancellationToken cancellationToken)
    {
        if (recorder.Failures.ClientOf(accountId) is not { } refused)
        {
            return false;
        }

        try
        {
            AmazonAdsClient stored = await _clients.CreateAsync(accountId, cancellationToken).ConfigureAwait(false);
            return !refused.Knows(stored.Credentials);
        }
        catch (AmazonAdsValidationException)
        {
            // The credentials are gone: the account was deleted, or they cannot be read.
            return false;
        }
    }

    /// <summary>Warns of a consent that ends soon, in each run; the issues of a day are counted up to one.</summary>
    private void NoteConsentEnd(Account account, SyncContext recorder)
    {
        if (ConsentNotice.WarningOf(account, _timeProvider.GetUtcNow()) is { } warning)
        {
            recorder.AddIssue(account.AccountId, null, "account", ConsentNotice.Reason, warning);
        }
    }

    private async Task<AmazonAdsClient?> OpenAsync(Account account, SyncContext recorder, CancellationToken cancellationToken)
    {
        // The list may be old by now: whoever had the turn before may have found the grant dead.
        if (await _accounts.FindAsync(account.AccountId, cancellationToken).ConfigureAwait(false) is not { } current || IsLeftAlone(current, recorder))
        {
            return null;
        }

        recorder.Failures.Know(current);
        NoteConsentEnd(current, recorder);
        if (!_circuits.TryEnter(account.AccountId, out DateTimeOffset until))
        {
            AddSkipped(account.AccountId, recorder, $"Its last calls failed one after another; it is left alone until {until:u}.");
            return null;
        }

        AmazonAdsClient? client = null;
        await recorder.RunAsync(
            account.AccountId,
            null,
            "account",
            async () =>
            {
                client = await _clients.CreateAsync(account.AccountId, cancellationToken).ConfigureAwait(false);
                recorder.Failures.Uses(account.AccountId, client);
                return new StepResult { AccountId = account.AccountId, Step = "account", Outcome = StepOutcome.Done };
            },
            cancellationToken).ConfigureAwait(false);
        return client;
    }

    private async Task SyncProfileAsync(
        AmazonAdsClient client, Account account, ProfileRecord profile, SyncContext recorder, Lease turn, CancellationToken cancellationToken)
    {
        if (profile.Type == ProfileType.Agency)
        {
            recorder.Add(new StepResult
            {
                AccountId = account.AccountId,
                ProfileId = profile.ProfileId,
                Step = "profile",
                Outcome = StepOutcome.Skipped,
                Reason = "It is an agency's: Amazon refuses sponsored ads calls for such profiles.",
            });
            return;
        }

        if (!await _entities.RunAsync(
            client.ForProfile(profile.ProfileId, profile.Region, recorder.DriftOf(account.AccountId)), account.AccountId, profile, recorder, turn, cancellationToken).ConfigureAwait(false))
        {
            await NoteUnaskedAsync(account.AccountId, profile, recorder, cancellationToken).ConfigureAwait(false);
            return;
        }

        await recorder.RunAsync(
            account.AccountId,
            profile.ProfileId,
            "plan",
            async () =>
            {
                ReportPlan plan = await _planning.PlanAsync(
                    account.AccountId,
                    profile,
                    product => recorder.Failures.SkipOf(account.AccountId, profile.ProfileId, product) is null,
                    cancellationToken).ConfigureAwait(false);
                foreach (DatasetRefusal refusal in plan.Resting)
                {
                    AddResting(refusal, recorder);
                }

                recorder.Count.See(await _jobs.AddAsync(plan.Reports, _timeProvider.GetUtcNow(), cancellationToken).ConfigureAwait(false));
                return PlanResult(account.AccountId, profile, plan.Reports);
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static void AddResting(DatasetRefusal refusal, SyncContext recorder) => recorder.Add(new StepResult
    {
        AccountId = refusal.AccountId,
        ProfileId = refusal.ProfileId,
        Step = $"report {refusal.Dataset}",
        Outcome = StepOutcome.Skipped,
        Reason = $"Amazon refused it {refusal.Refusals} times in a row, so it rests until {refusal.RefusedAt + DatasetRefusal.Rest:u}, "
            + $"unless it is requested by hand. The last refusal: {refusal.Reason}",
    });

    /// <summary>Says which days of a profile would have been asked for, had it not been stopped. One that needs consent says enough by itself.</summary>
    private async Task NoteUnaskedAsync(AccountId accountId, ProfileRecord profile, SyncContext recorder, CancellationToken cancellationToken)
    {
        if (recorder.Failures.StopOf(accountId, profile.ProfileId) is not { Action: not FailureAction.NeedsConsent } stop || profile.Type == ProfileType.Agency)
        {
            return;
        }

        await recorder.TryAsync(async () =>
        {
            ReportPlan plan = await _planning.PlanAsync(accountId, profile, _ => true, cancellationToken).ConfigureAwait(false);
            recorder.AddUnasked(accountId, profile.ProfileId, plan.Reports, stop.Rule.Name);
        }).ConfigureAwait(false);
    }

    /// <summary>The same for all stored profiles of an account that cannot be called.</summary>
    private async Task NoteUnaskedAsync(AccountId accountId, SyncContext recorder, CancellationToken cancellationToken)
    {
        if (recorder.Failures.StopOf(accountId) is not { Action: not FailureAction.NeedsConsent })
        {
            return;
        }

        IReadOnlyList<ProfileRecord> profiles = [];
        await recorder.TryAsync(async () => profiles = await _profiles.ReadAsync(accountId, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        foreach (ProfileRecord profile in profiles)
        {
            await NoteUnaskedAsync(accountId, profile, recorder, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task<StepResult> AddJobsAsync(
        AccountId accountId, ProfileRecord profile, IReadOnlyList<PlannedReport> planned, SyncContext recorder, CancellationToken cancellationToken) =>
        recorder.RunAsync(
            accountId,
            profile.ProfileId,
            "plan",
            async () =>
            {
                recorder.Count.See(await _jobs.AddAsync(planned, _timeProvider.GetUtcNow(), cancellationToken).ConfigureAwait(false));
                return PlanResult(accountId, profile, planned);
            },
            cancellationToken);

    private static StepResult PlanResult(AccountId accountId, ProfileRecord profile, IReadOnlyList<PlannedReport> planned) => new()
    {
        AccountId = accountId,
        ProfileId = profile.ProfileId,
        Step = "plan",
        Outcome = StepOutcome.Done,
        Reason = planned.Count == 0 ? "Nothing is due." : $"{planned.Count} reports are due.",
    };

    private async Task ProcessDueAsync(ReportJobFilter? filter, SyncContext recorder, CancellationToken cancellationToken)
    {
        var known = new ProfileLookup(_profiles);
        await Task.WhenAll(Enumerable.Range(0, _options.Ingestion.MaxConcurrentReports).Select(async _ =>
        {
            while (await _places.RunAsync(() => ProcessNextAsync(filter, known, recorder, cancellationToken), cancellationToken)
                .ConfigureAwait(false))
            {
                // The next one.
            }
        })).ConfigureAwait(false);
    }

    /// <returns>Whether there was one.</returns>
    private async Task<bool> ProcessNextAsync(
        ReportJobFilter? filter, ProfileLookup known, SyncContext recorder, CancellationToken cancellationToken)
    {
        if (await _jobs.ClaimAsync(_owner, _options.Ingestion.LeaseDuration, _timeProvider.GetUtcNow(), filter, cancellationToken)
            .ConfigureAwait(false) is not { } job)
        {
            return false;
        }

        recorder.Count.See([job]);
        if (await ProcessAsync(job, known, recorder, cancellationToken).ConfigureAwait(false) is { } result)
        {
            recorder.Add(result);
            await NoteConsentAsync(job.AccountId, recorder, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    private async Task<StepResult?> ProcessAsync(ReportJob job, ProfileLookup known, SyncContext recorder, CancellationToken cancellationToken)
    {
        try
        {
            return await ProcessHeldAsync(job, known, recorder, cancellationToken).ConfigureAwait(false);
        }
        catch (LeaseLostException)
        {
            // While its account or profile was looked up: another worker has the job, and this call goes on with others.
            IngestionLog.LeaseLost(_logger, job.JobId);
            return null;
        }
    }

    private async Task<StepResult?> ProcessHeldAsync(
        ReportJob job, ProfileLookup known, SyncContext recorder, CancellationToken cancellationToken)
    {
        AmazonAdsClient client;
        ProfileRecord? profile;
        try
        {
            Account? account = await _accounts.FindAsync(job.AccountId, cancellationToken).ConfigureAwait(false);
            if (account is not { Status: AccountStatus.Active or AccountStatus.Paused })
            {
                string reason = account is not { Status: AccountStatus.NeedsConsent } ? "The account was deleted."
                    : ConsentNotice.EndOf(account, _timeProvider.GetUtcNow()) is { } ended ? $"{ended} Its days are then planned again."
                    : "Amazon refuses the account's grant; the days are planned anew once the advertiser has consented again.";
                return await _runner.AbandonAsync(job, reason, cancellationToken).ConfigureAwait(false);
            }

            recorder.Failures.Know(account);
            switch (recorder.Failures.StopOf(job.AccountId, job.ProfileId))
            {
                case { Action: FailureAction.NeedsConsent } stop:
                    return await _runner.AbandonAsync(job, stop.Reason, cancellationToken).ConfigureAwait(false);
                case { Action: FailureAction.StopProfile } stop:
                    return await _runner.DeferAsync(job, stop, recorder, cancellationToken).ConfigureAwait(false);
            }

            profile = await known.FindAsync(job.AccountId, job.ProfileId, cancellationToken).ConfigureAwait(false);
            if (profile is null)
            {
                return await _runner.AbandonAsync(job, "The profile is not stored.", cancellationToken).ConfigureAwait(false);
            }

            if (!_circuits.TryEnter(job.AccountId, out DateTimeOffset until))
            {
                return await _runner.DeferAsync(job, until, cancellationToken).ConfigureAwait(false);
            }

            client = await _clients.CreateAsync(job.AccountId, cancellationToken).ConfigureAwait(false);
            recorder.Failures.Uses(job.AccountId, client);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or LeaseLostException))
        {
            return await _runner.RetryLaterAsync(job, exception, cancellationToken).ConfigureAwait(false);
        }

        return await _runner.RunAsync(job, client, profile, recorder, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Account> GetAccountAsync(AccountId accountId, CancellationToken cancellationToken) =>
        await StorageErrors.WrapAsync("find the account", () => _accounts.FindAsync(accountId, cancellationToken).AsTask()).ConfigureAwait(false)
        ?? throw new AmazonAdsValidationException("The account", [new InputProblem(nameof(accountId), accountId.ToString(), "is not known.")]);

    private async Task<ProfileRecord> GetProfileAsync(AccountId accountId, ProfileId profileId, CancellationToken cancellationToken) =>
        (await StorageErrors.WrapAsync("find the profile", () => _profiles.ReadAsync(accountId, cancellationToken)).ConfigureAwait(false))
            .FirstOrDefault(profile => profile.ProfileId == profileId)
        ?? throw new AmazonAdsValidationException("The profile", [
            new InputProblem(nameof(profileId), profileId.ToString(), "is not stored for the account; sync its profiles first."),
        ]);

    private Task<IngestionResult> RunAsync(
        string kind,
        AccountId? accountId,
        IProgress<IngestionProgress>? progress,
        Func<SyncContext, Task> body,
        CancellationToken cancellationToken) =>
        StorageErrors.WrapAsync(kind, async () =>
        {
            using Activity? span = IngestionSpans.StartRun(kind, accountId);
            return await PpcAdsActivity.RunAsync(span, () => RunAndNoteAsync(kind, accountId, progress, body, cancellationToken)).ConfigureAwait(false);
        });

    private async Task<IngestionResult> RunAndNoteAsync(
        string kind,
        AccountId? accountId,
        IProgress<IngestionProgress>? progress,
        Func<SyncContext, Task> body,
        CancellationToken cancellationToken)
    {
        // A profile's entities, and its plan.
        int stepsOfProfile = _entities.Steps + 1;
        var recorder = new SyncContext(progress, stepsOfProfile, _shapes, _timeProvider, _metrics, _logger)
        {
            Failures = new RunFailures(_circuits, _timeProvider),
            KeepsRawJson = _options.Ingestion.KeepRawJson,
        };
        SyncRun run = await _log.BeginRunAsync(
            new SyncRun { Kind = kind, AccountId = accountId, StartedAt = _timeProvider.GetUtcNow() }, cancellationToken).ConfigureAwait(false);
        await body(recorder).ConfigureAwait(false);
        await ObserveJobsAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<StepResult> steps = recorder.Steps;
        run = run with
        {
            FinishedAt = _timeProvider.GetUtcNow(),
            Done = steps.Count(step => step.Outcome == StepOutcome.Done),
            Skipped = steps.Count(step => step.Outcome == StepOutcome.Skipped),
            Failed = steps.Count(step => step.Outcome == StepOutcome.Failed),
        };
        await _log.AddIssuesAsync(recorder.ToIssues(), cancellationToken).ConfigureAwait(false);
        await _log.EndRunAsync(run, cancellationToken).ConfigureAwait(false);
        return new IngestionResult { StartedAt = run.StartedAt, FinishedAt = run.FinishedAt.Value, Steps = steps };
    }

    // Once a run, and only for somebody who listens: a gauge that asked the database itself would do so for each observer.
    private async Task ObserveJobsAsync(CancellationToken cancellationToken)
    {
        if (_metrics.WantsJobs)
        {
            _metrics.UpdateJobs(await _jobs.ListOpenAsync(null, cancellationToken).ConfigureAwait(false), _timeProvider);
        }
    }
}
