using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion.Failures;
using PpcAds.Sdk.Ingestion.Runs;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Profiles;

namespace PpcAds.Sdk.Ingestion.Syncing;

/// <summary>Syncs an account under its lock: profiles, the entities of each, and the plan of its reports.</summary>
internal sealed class AccountSync(
    IAccountStore accounts,
    IAmazonAdsClientFactory clients,
    AccountLocks locks,
    ConsentStatus consents,
    AccountCircuits circuits,
    ProfileSync profiles,
    StoredProfiles storedProfiles,
    EntitySync entities,
    PlanStep plans,
    PpcAdsOptions options,
    TimeProvider timeProvider)
{
    /// <summary>Syncs what the scope says of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="scope">What of it.</param>
    /// <param name="waits">Whether a lock that another worker holds is waited for.</param>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>Whether the account is done; not when another worker holds its lock.</returns>
    public async Task<bool> RunAsync(
        Account account, SyncScope scope, bool waits, SyncContext run, CancellationToken cancellationToken)
    {
        if (IsLeftAlone(account, run))
        {
            return true;
        }

        AccountLock held = await locks.AcquireAsync(account.AccountId, waits, cancellationToken).ConfigureAwait(false);
        await using var _ = held.ConfigureAwait(false);
        if (!held.IsAcquired)
        {
            if (waits)
            {
                AddSkipped(account.AccountId, run, "Another worker is syncing it now.", isBusy: true);
            }

            return false;
        }

        try
        {
            await SyncAsync(account, scope, run, held.Lease, held.Token).ConfigureAwait(false);
            await consents.UpdateAsync(account.AccountId, run, held.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (held.IsLostBy(exception, cancellationToken))
        {
            AddSkipped(account.AccountId, run, "Another worker took it over, since this one was not heard of for too long.");
        }

        return true;
    }

    private Task SyncAsync(
        Account account, SyncScope scope, SyncContext run, Lease lease, CancellationToken cancellationToken) => scope switch
        {
            { Profile: { } profile } => SyncOneAsync(account, profile, run, lease, cancellationToken),
            { IsProfilesOnly: true } => ListProfilesAsync(account, run, lease, cancellationToken),
            _ => SyncAllAsync(account, run, lease, cancellationToken),
        };

    private async Task SyncAllAsync(Account account, SyncContext run, Lease lease, CancellationToken cancellationToken)
    {
        if (await ListProfilesAsync(account, run, lease, cancellationToken).ConfigureAwait(false) is not { } listed)
        {
            await NoteUnaskedAsync(account.AccountId, run, cancellationToken).ConfigureAwait(false);
            return;
        }

        run.Count.Expect(listed.Profiles);
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.Ingestion.MaxConcurrentProfiles,
            CancellationToken = cancellationToken,
        };
        await Parallel.ForEachAsync(
            listed.Profiles,
            parallel,
            async (profile, token) =>
                await SyncProfileAsync(
                    listed.Client, account, profile, run, lease, token).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private async Task SyncOneAsync(
        Account account, ProfileRecord profile, SyncContext run, Lease lease, CancellationToken cancellationToken)
    {
        run.Count.Expect([profile]);
        if (await OpenAsync(account, run, cancellationToken).ConfigureAwait(false) is { } client)
        {
            await SyncProfileAsync(client, account, profile, run, lease, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<(AmazonAdsClient Client, IReadOnlyList<ProfileRecord> Profiles)?> ListProfilesAsync(
        Account account, SyncContext run, Lease lease, CancellationToken cancellationToken)
    {
        if (await OpenAsync(account, run, cancellationToken).ConfigureAwait(false) is not { } client)
        {
            return null;
        }

        IReadOnlyList<ProfileRecord> listed = await profiles
            .RunAsync(
                client, options.Client.GetRegions(), account.AccountId, run, lease, cancellationToken).ConfigureAwait(false);
        return run.Failures.StopOf(account.AccountId) is null ? (client, listed) : null;
    }

    /// <summary>Whether an account's status keeps it from being called; then a skipped step says so.</summary>
    private bool IsLeftAlone(Account account, SyncContext run)
    {
        if (account.Status == AccountStatus.Active)
        {
            return false;
        }

        AddSkipped(account.AccountId, run, account.Status switch
        {
            AccountStatus.NeedsConsent => ConsentNotice.EndOf(account, timeProvider.GetUtcNow()) ??
                "Amazon refused the account's grant or its client: let the advertiser consent again, or fix what the first "
                + "refusal named, and store the credentials with AccountManager.ReconnectAsync.",
            AccountStatus.Closed => "The account was deleted.",
            _ => "The account is paused.",
        });
        return true;
    }

    private static void AddSkipped(
        AccountId accountId, SyncContext run, string reason, bool isBusy = false) => run.Add(new StepResult
        {
            AccountId = accountId,
            Step = "account",
            Outcome = StepOutcome.Skipped,
            Reason = reason,
            IsBusy = isBusy,
        });

    /// <summary>Warns of a consent that ends soon, in each run; the issues of a day are counted up to one.</summary>
    private void NoteConsentEnd(Account account, SyncContext run)
    {
        if (ConsentNotice.WarningOf(account, timeProvider.GetUtcNow()) is { } warning)
        {
            run.AddIssue(account.AccountId, null, "account", ConsentNotice.Reason, warning);
        }
    }

    private async Task<AmazonAdsClient?> OpenAsync(Account account, SyncContext run, CancellationToken cancellationToken)
    {
        // The list may be old by now: whoever held the lock before may have found the grant dead.
        if (await accounts.FindAsync(account.AccountId, cancellationToken).ConfigureAwait(false) is not { } current
            || IsLeftAlone(current, run))
        {
            return null;
        }

        run.Failures.Know(current);
        NoteConsentEnd(current, run);
        if (!circuits.TryEnter(account.AccountId, out DateTimeOffset until))
        {
            AddSkipped(account.AccountId, run, $"Its last calls failed one after another; it is left alone until {until:u}.");
            return null;
        }

        AmazonAdsClient? client = null;
        await run.RunAsync(
            account.AccountId,
            null,
            "account",
            async () =>
            {
                client = await clients.CreateAsync(account.AccountId, cancellationToken).ConfigureAwait(false);
                run.Failures.Uses(account.AccountId, client);
                return new StepResult { AccountId = account.AccountId, Step = "account", Outcome = StepOutcome.Done };
            },
            cancellationToken).ConfigureAwait(false);
        return client;
    }

    private async Task SyncProfileAsync(
        AmazonAdsClient client,
        Account account,
        ProfileRecord profile,
        SyncContext run,
        Lease lease,
        CancellationToken cancellationToken)
    {
        if (profile.Type == ProfileType.Agency)
        {
            run.Add(new StepResult
            {
                AccountId = account.AccountId,
                ProfileId = profile.ProfileId,
                Step = "profile",
                Outcome = StepOutcome.Skipped,
                Reason = "It is an agency's: Amazon refuses sponsored ads calls for such profiles.",
            });
            return;
        }

        if (!await entities.RunAsync(
            client.ForProfile(profile.ProfileId, profile.Region, run.DriftOf(account.AccountId)),
            account.AccountId,
            profile,
            run,
            lease,
            cancellationToken).ConfigureAwait(false))
        {
            await plans.AddUnaskedAsync(account.AccountId, profile, run, cancellationToken).ConfigureAwait(false);
            return;
        }

        await plans.RunAsync(account.AccountId, profile, run, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same for all stored profiles of an account that cannot be called.</summary>
    private async Task NoteUnaskedAsync(AccountId accountId, SyncContext run, CancellationToken cancellationToken)
    {
        if (run.Failures.StopOf(accountId) is not { Action: not FailureAction.NeedsConsent })
        {
            return;
        }

        IReadOnlyList<ProfileRecord> stored = [];
        await run.TryAsync(
            async () =>
                stored = await storedProfiles.ReadAsync(
                    accountId, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        foreach (ProfileRecord profile in stored)
        {
            await plans.AddUnaskedAsync(accountId, profile, run, cancellationToken).ConfigureAwait(false);
        }
    }
}
