using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace PpcAds.Sdk.AspNetCore.Health;

/// <summary>Whether the data is as fresh as the host wants it.</summary>
internal sealed class DataHealthCheck(DataLagReader reader, IOptions<PpcAdsHealthOptions> options) : StoredStateHealthCheck
{
    protected override async Task<HealthCheckResult> CheckAsync(CancellationToken cancellationToken)
    {
        DataLag lag = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        var data = new Dictionary<string, object>
        {
            ["lag_days"] = lag.Days,
            ["profiles"] = lag.Profiles,
            ["profiles_behind"] = lag.ProfilesBehind,
            ["accounts_behind"] = lag.AccountsBehind,
        };
        string description = lag.ProfilesBehind == 0
            ? $"No profile is behind by {options.Value.DegradedAfterDays} days or more."
            : $"{lag.ProfilesBehind} of {lag.Profiles} profiles are behind, one by {lag.Days} days.";
        return lag.Days >= options.Value.UnhealthyAfterDays ? HealthCheckResult.Unhealthy(description, null, data)
            : lag.ProfilesBehind > 0 ? HealthCheckResult.Degraded(description, null, data)
            : HealthCheckResult.Healthy(description, data);
    }
}
