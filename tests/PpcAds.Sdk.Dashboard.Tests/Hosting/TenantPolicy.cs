using System.Collections.Concurrent;
using System.Security.Claims;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore;

namespace PpcAds.Sdk.Dashboard.Tests.Hosting;

/// <summary>Users see the accounts that they added; root sees all.</summary>
internal sealed class TenantPolicy : IPpcAdsAccessPolicy
{
    private readonly ConcurrentDictionary<AccountId, string> _owners = new();

    public ValueTask<IReadOnlySet<AccountId>?> GetAccountsAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        string name = NameOf(user);
        return ValueTask.FromResult<IReadOnlySet<AccountId>?>(
            name == "root" ? null : _owners.Where(owner => owner.Value == name).Select(owner => owner.Key).ToHashSet());
    }

    public ValueTask AccountAddedAsync(ClaimsPrincipal user, Account account, CancellationToken cancellationToken)
    {
        Give(NameOf(user), account.AccountId);
        return ValueTask.CompletedTask;
    }

    /// <summary>Notes whose an account is that is there already.</summary>
    public void Give(string user, AccountId account) => _owners[account] = user;

    private static string NameOf(ClaimsPrincipal user) => user.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? "";
}
