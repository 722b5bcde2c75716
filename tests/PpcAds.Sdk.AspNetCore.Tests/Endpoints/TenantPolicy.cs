using System.Collections.Concurrent;
using System.Security.Claims;
using PpcAds.Sdk.Accounts;

namespace PpcAds.Sdk.AspNetCore.Tests.Endpoints;

/// <summary>Users see the accounts that they added; root sees all.</summary>
internal sealed class TenantPolicy : IPpcAdsAccessPolicy
{
    private readonly ConcurrentDictionary<AccountId, string> _owners = new();
    private int _questions;

    /// <summary>Whether noting an account fails.</summary>
    public bool Fails { get; set; }

    /// <summary>Notes whose an account is that is there already.</summary>
    public void Give(string user, string account) =>
        _owners[new AccountId(long.Parse(account, System.Globalization.CultureInfo.InvariantCulture))] = user;

    /// <summary>How often it was asked.</summary>
    public int Questions => _questions;

    public ValueTask<IReadOnlySet<AccountId>?> GetAccountsAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _questions);
        string name = NameOf(user);
        return ValueTask.FromResult<IReadOnlySet<AccountId>?>(
            name == "root" ? null : _owners.Where(owner => owner.Value == name).Select(owner => owner.Key).ToHashSet());
    }

    public ValueTask AccountAddedAsync(ClaimsPrincipal user, Account account, CancellationToken cancellationToken)
    {
        _owners[account.AccountId] = Fails ? throw new InvalidOperationException("The directory is down.") : NameOf(user);
        return ValueTask.CompletedTask;
    }

    private static string NameOf(ClaimsPrincipal user) => user.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? "";
}
