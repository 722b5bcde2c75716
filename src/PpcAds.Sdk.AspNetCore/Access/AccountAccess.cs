using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;

namespace PpcAds.Sdk.AspNetCore.Access;

/// <summary>The accounts that the user of a request may see.</summary>
internal static class AccountAccess
{
    /// <summary>The accounts; null for all.</summary>
    public static async ValueTask<IReadOnlySet<AccountId>?> GetAsync(HttpContext context) =>
        context.RequestServices.GetService<IPpcAdsAccessPolicy>() is { } policy
            ? await policy.GetAccountsAsync(context.User, context.RequestAborted).ConfigureAwait(false)
            : null;

    /// <summary>The account, or null when there is none or the user may not see it; the two cases are answered alike.</summary>
    public static async ValueTask<Account?> FindAsync(HttpContext context, string accountId) =>
        AccountId.TryParse(accountId, out AccountId id) && await MaySeeAsync(context, id).ConfigureAwait(false)
            ? await context.RequestServices.GetRequiredService<IAccountStore>()
                .FindAsync(id, context.RequestAborted).ConfigureAwait(false)
            : null;

    public static async ValueTask<bool> MaySeeAsync(HttpContext context, AccountId? accountId) =>
        await GetAsync(context).ConfigureAwait(false) is not { } accounts || (accountId is { } id && accounts.Contains(id));
}
