using System.Security.Claims;
using AspNetHost.Shop;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore;

namespace AspNetHost.Access;

/// <summary>Customers see the accounts that they added; the operator sees all.</summary>
internal sealed class ShopAccessPolicy(ShopDbContext shop) : IPpcAdsAccessPolicy
{
    private const string Operator = "operator";

    public async ValueTask<IReadOnlySet<AccountId>?> GetAccountsAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        string name = NameOf(user);
        return name == Operator ? null : (await shop.AccountOwners.Where(owner => owner.Customer == name).Select(owner => owner.AccountId)
            .ToListAsync(cancellationToken)).Select(id => new AccountId(id)).ToHashSet();
    }

    public async ValueTask AccountAddedAsync(ClaimsPrincipal user, Account account, CancellationToken cancellationToken)
    {
        shop.Add(new AccountOwner { AccountId = account.AccountId.Value, Customer = NameOf(user) });
        await shop.SaveChangesAsync(cancellationToken);
    }

    private static string NameOf(ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
}
