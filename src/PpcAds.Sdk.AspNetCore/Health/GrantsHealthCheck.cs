using Microsoft.Extensions.Diagnostics.HealthChecks;
using PpcAds.Sdk.Accounts;

namespace PpcAds.Sdk.AspNetCore.Health;

/// <summary>Whether accounts wait for their advertiser's consent.</summary>
internal sealed class GrantsHealthCheck(IAccountStore accounts) : StoredStateHealthCheck
{
    protected override async Task<HealthCheckResult> CheckAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Account> all = await accounts.ListAsync(cancellationToken).ConfigureAwait(false);
        string[] waiting = [.. all.Where(account => account.Status == AccountStatus.NeedsConsent).Select(account => account.AccountId.ToString())];
        var data = new Dictionary<string, object>
        {
            ["accounts_active"] = all.Count(account => account.Status == AccountStatus.Active),
            ["accounts_needing_consent"] = waiting,
        };
        return waiting.Length == 0
            ? HealthCheckResult.Healthy("No account waits for consent.", data)
            : HealthCheckResult.Degraded($"Amazon refuses the grants of {waiting.Length} accounts; their advertisers must consent anew.", null, data);
    }
}
