using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;

namespace PpcAds.Sdk.AspNetCore;

/// <summary>The accounts that the user of a request may see, by the host's <see cref="IPpcAdsAccessPolicy"/>.</summary>
public static class PpcAdsAccountAccess
{
    private static readonly object ItemKey = new();

    /// <summary>Gets the accounts of the user of a request.</summary>
    /// <param name="context">The request.</param>
    /// <returns>The accounts; <see langword="null"/> for all.</returns>
    public static async ValueTask<IReadOnlySet<AccountId>?> GetAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.RequestServices.GetService<IPpcAdsAccessPolicy>() is not { } policy)
        {
            return null;
        }

        // Once per request, as the policy is promised: a page needs it for several of its parts.
        if (context.Items.TryGetValue(ItemKey, out object? known))
        {
            return (IReadOnlySet<AccountId>?)known;
        }

        IReadOnlySet<AccountId>? accounts =
            await policy.GetAccountsAsync(context.User, context.RequestAborted).ConfigureAwait(false);
        context.Items[ItemKey] = accounts;
        return accounts;
    }

    /// <summary>Finds an account. One that the user may not see is not read, as if it did not exist.</summary>
    /// <param name="context">The request.</param>
    /// <param name="accountId">The account's id, as it stands in an address.</param>
    /// <returns>The account; <see langword="null"/> when there is none or the user may not see it.</returns>
    public static async ValueTask<Account?> FindAsync(HttpContext context, string? accountId)
    {
        ArgumentNullException.ThrowIfNull(context);
        return AccountId.TryParse(accountId, out AccountId id) && await MaySeeAsync(context, id).ConfigureAwait(false)
            ? await context.RequestServices.GetRequiredService<IAccountStore>()
                .FindAsync(id, context.RequestAborted).ConfigureAwait(false)
            : null;
    }

    /// <summary>Returns whether the user of a request may see an account.</summary>
    /// <param name="context">The request.</param>
    /// <param name="accountId">The account; <see langword="null"/> for all accounts.</param>
    public static async ValueTask<bool> MaySeeAsync(HttpContext context, AccountId? accountId) =>
        await GetAsync(context).ConfigureAwait(false) is not { } accounts || (accountId is { } id && accounts.Contains(id));

    /// <summary>The user has one more account.</summary>
    internal static void Forget(HttpContext context) => context.Items.Remove(ItemKey);
}
