using Microsoft.Extensions.Diagnostics.HealthChecks;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Storage;

namespace PpcAds.Sdk.AspNetCore.Health;

/// <summary>Whether the accounts can be read.</summary>
internal sealed class StoreHealthCheck(IAccountStore accounts, StoreReadiness readiness) : StoredStateHealthCheck
{
    protected override async Task<HealthCheckResult> CheckAsync(CancellationToken cancellationToken)
    {
        if (readiness.MissingSince is { } since)
        {
            return HealthCheckResult.Unhealthy(
                "The host started without its store, which could not be reached. It is tried again every "
                + $"{StoreReadiness.RetryDelay.TotalSeconds:0} seconds.",
                null,
                new Dictionary<string, object> { ["missing_since"] = since });
        }

        IReadOnlyList<Account> all = await accounts.ListAsync(cancellationToken).ConfigureAwait(false);
        return HealthCheckResult.Healthy("The store answers.", new Dictionary<string, object> { ["accounts"] = all.Count });
    }
}
