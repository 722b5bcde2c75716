using System.Security.Claims;
using PpcAds.Sdk.Accounts;

namespace PpcAds.Sdk.AspNetCore.Tests.Connect;

/// <summary>Everybody may see one account.</summary>
internal sealed class OneAccountPolicy(AccountId account) : IPpcAdsAccessPolicy
{
    public ValueTask<IReadOnlySet<AccountId>?> GetAccountsAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlySet<AccountId>?>(new HashSet<AccountId> { account });

    public ValueTask AccountAddedAsync(ClaimsPrincipal user, Account added, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
