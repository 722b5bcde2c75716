using System.Collections.Concurrent;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Storage;

namespace PpcAds.Sdk.Ingestion.Failures;

/// <summary>What failures in one run mean for the rest of it: which accounts and profiles are left alone.</summary>
internal sealed class RunFailures(AccountCircuits circuits, StorageErrors errors, TimeProvider timeProvider)
{
    private readonly ConcurrentDictionary<AccountId, (FailureDecision Decision, DateTimeOffset? Until)> _accounts = new();
    private readonly ConcurrentDictionary<(AccountId, ProfileId), FailureDecision> _profiles = new();
    private readonly ConcurrentDictionary<(AccountId, ProfileId, string), FailureDecision> _products = new();
    private readonly ConcurrentDictionary<(AccountId, ProfileId), bool> _answered = new();
    private readonly ConcurrentDictionary<AccountId, DateTimeOffset> _consents = new();
    private readonly ConcurrentDictionary<AccountId, AmazonAdsClient> _clients = new();

    /// <summary>Takes note of when an account's consent ends.</summary>
    public void Know(Account account)
    {
        if (account.ConsentEndsAt is { } end)
        {
            _consents[account.AccountId] = end;
        }
    }

    /// <summary>Returns why something failed, as a sentence for people.</summary>
    public string Describe(Exception failure) => errors.Describe(failure);

    /// <summary>Asks the policy about a failure, and keeps what follows from it.</summary>
    public FailureDecision Judge(Exception failure, AccountId accountId, ProfileId? profileId, FailureContext context = default)
    {
        FailureDecision decision = FailurePolicy.Decide(
            failure,
            context with
            {
                HasAnswered = profileId is { } asked && _answered.ContainsKey((accountId, asked)),
                ConsentEndedAt =
                    _consents.TryGetValue(accountId, out DateTimeOffset end) && end <= timeProvider.GetUtcNow() ? end : null,
            },
            errors);
        switch (decision.Action)
        {
            case FailureAction.NeedsConsent:
                _accounts[accountId] = (decision, null);
                break;
            case FailureAction.StopAccount:
                Stop(accountId, decision, circuits.Open(accountId));
                break;
            case FailureAction.SkipProduct when profileId is { } without && context.AdProduct is { } product:
                _products[(accountId, without, product)] = decision;
                break;
            case FailureAction.StopProfile when profileId is { } refused:
                _profiles[(accountId, refused)] = decision;
                break;
        }

        if (decision.Rule.CountsForCircuit)
        {
            if (circuits.Failed(accountId) is { } until)
            {
                Stop(accountId, decision, until);
            }
        }
        else if (failure is AmazonAdsException { StatusCode: not null }
            && decision.Action is not (FailureAction.StopAccount or FailureAction.NeedsConsent))
        {
            // A refusal of one thing is an answer too: the servers are up, and the account is let in.
            circuits.Answered(accountId);
        }

        return decision;
    }

    /// <summary>Amazon answered a call.</summary>
    public void Answered(AccountId accountId, ProfileId? profileId)
    {
        circuits.Answered(accountId);
        if (profileId is { } answered)
        {
            _answered[(accountId, answered)] = true;
        }
    }

    /// <summary>The latest word counts, but none is wider than a missing consent.</summary>
    private void Stop(AccountId accountId, FailureDecision decision, DateTimeOffset until) =>
        _accounts.AddOrUpdate(accountId, (decision, until), (_, known) => known.Until is null ? known : (decision, until));

    /// <summary>Why nothing more is called for an account, if so.</summary>
    public FailureDecision? StopOf(AccountId accountId)
    {
        if (!_accounts.TryGetValue(accountId, out var stop))
        {
            return null;
        }

        if (stop.Until is { } until && until <= timeProvider.GetUtcNow())
        {
            _accounts.TryRemove(KeyValuePair.Create(accountId, stop));
            return null;
        }

        return stop.Decision;
    }

    /// <summary>Why nothing more is called for a profile, or for its account, if so.</summary>
    public FailureDecision? StopOf(AccountId accountId, ProfileId profileId) =>
        StopOf(accountId) ?? _profiles.GetValueOrDefault((accountId, profileId));

    /// <summary>Why nothing more of an ad product is called for a profile, if so.</summary>
    public FailureDecision? SkipOf(AccountId accountId, ProfileId profileId, string adProduct) =>
        _products.GetValueOrDefault((accountId, profileId, adProduct));

    /// <summary>Takes note of by which credentials an account is called.</summary>
    public void Uses(AccountId accountId, AmazonAdsClient client) => _clients[accountId] = client;

    /// <summary>The client of an account; <see langword="null"/> if nothing was called for it.</summary>
    public AmazonAdsClient? ClientOf(AccountId accountId) => _clients.GetValueOrDefault(accountId);

    /// <summary>Whether the account's status is to be set.</summary>
    public bool NeedsConsent(AccountId accountId) => StopOf(accountId) is { Action: FailureAction.NeedsConsent };

    /// <summary>The store has the status now, and is the first to know when the account is connected again.</summary>
    public void ConsentNoted(AccountId accountId) => _accounts.TryRemove(accountId, out _);
}
