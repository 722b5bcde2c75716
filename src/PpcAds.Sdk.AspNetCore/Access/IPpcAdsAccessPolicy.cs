using System.Security.Claims;
using PpcAds.Sdk.Accounts;

namespace PpcAds.Sdk.AspNetCore;

/// <summary>
/// Which accounts a user may see and change through the endpoints. Register one, of any lifetime, when users must not see one
/// another's accounts. An account that a user may not see is answered like one that does not exist.
/// </summary>
public interface IPpcAdsAccessPolicy
{
    /// <summary>Gets the accounts of a user. Called once per request, so it must be fast.</summary>
    /// <returns>
    /// The accounts; <see langword="null"/> for all. Only a user who may see all accounts may sync all of them.
    /// </returns>
    ValueTask<IReadOnlySet<AccountId>?> GetAccountsAsync(ClaimsPrincipal user, CancellationToken cancellationToken);

    /// <summary>Notes that a user added an account. If it fails, the account is closed again.</summary>
    ValueTask AccountAddedAsync(ClaimsPrincipal user, Account account, CancellationToken cancellationToken);
}
