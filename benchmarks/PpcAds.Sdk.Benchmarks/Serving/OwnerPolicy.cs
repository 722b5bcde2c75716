using System.Collections.Concurrent;
using System.Security.Claims;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore;

namespace PpcAds.Sdk.Benchmarks.Serving;

/// <summary>Users see the accounts that they were given.</summary>
internal sealed class OwnerPolicy : IPpcAdsAccessPolicy
{
    private readonly ConcurrentDictionary<AccountId, string> _owners = new();

    public void Give(string user, AccountId account) => _owners[account] = user;

    public ValueTask<IReadOnlySet<AccountId>?> GetAccountsAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlySet<AccountId>?>(
            _owners.Where(owner => owner.Value == user.Identity?.Name).Select(owner => owner.Key).ToHashSet());

    // Accounts that a load adds have no owner: the lists of all clients stay the same.
    public ValueTask AccountAddedAsync(ClaimsPrincipal user, Account account, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
