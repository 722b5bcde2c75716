using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PpcAds.Sdk.AspNetCore.Health;

/// <summary>
/// A check of what the store holds. The description of a failure never contains the message of an exception.
/// </summary>
internal abstract class StoredStateHealthCheck : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await CheckAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Its message may name hosts and databases, so it is not the description; the host decides whether to show it.
            return new HealthCheckResult(context.Registration.FailureStatus, "The store does not answer.", exception);
        }
    }

    protected abstract Task<HealthCheckResult> CheckAsync(CancellationToken cancellationToken);
}
