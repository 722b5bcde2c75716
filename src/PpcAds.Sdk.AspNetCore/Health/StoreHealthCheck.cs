using Microsoft.Extensions.Diagnostics.HealthChecks;
using PpcAds.Sdk.Accounts;

namespace PpcAds.Sdk.AspNetCore.Health;

/// <summary>Whether the accounts can be read.</summary>
internal sealed class StoreHealthCheck(IAccountStore accounts) : StoredStateHealthCheck
{
    protected override async Task<HealthCheckResult> CheckAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Account> all = await accounts.ListAsync(cancellationToken).ConfigureAwait(false);
        return HealthCheckResult.Healthy("The store answers.", new Dictionary<string, object> { ["accounts"] = all.Count });
    }
}
