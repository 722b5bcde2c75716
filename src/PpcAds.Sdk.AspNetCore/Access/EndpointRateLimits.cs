using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace PpcAds.Sdk.AspNetCore.Access;

/// <summary>
/// The limits of syncs, credentials and accounts, by user or address. They are here and not in the host's rate limiting
/// middleware: a host without that middleware would silently have no limit.
/// </summary>
internal sealed class EndpointRateLimits : IDisposable
{
    private readonly Dictionary<PpcAdsRateLimit, PartitionedRateLimiter<HttpContext>> _limiters;

    public EndpointRateLimits(PpcAdsEndpointOptions options) => _limiters = new()
    {
        [PpcAdsRateLimit.Sync] = Create(options.SyncRequestsPerMinute, AuditLog.UserOf),
        [PpcAdsRateLimit.Credentials] = Create(options.CredentialRequestsPerMinute, AuditLog.UserOf),
        [PpcAdsRateLimit.Accounts] = Create(options.AccountRequestsPerMinute, AuditLog.UserOf),
    };

    /// <summary>How long to wait, or null when the request may go on.</summary>
    public TimeSpan? Take(PpcAdsRateLimit kind, HttpContext context) => Take(_limiters[kind], context);

    /// <inheritdoc cref="Take(PpcAdsRateLimit, HttpContext)"/>
    public static TimeSpan? Take(PartitionedRateLimiter<HttpContext> limiter, HttpContext context)
    {
        using RateLimitLease lease = limiter.AttemptAcquire(context);
        return lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) ? wait
            : TimeSpan.FromMinutes(1);
    }

    public void Dispose()
    {
        foreach (PartitionedRateLimiter<HttpContext> limiter in _limiters.Values)
        {
            limiter.Dispose();
        }
    }

    /// <summary>A limiter that counts for each user by itself.</summary>
    public static PartitionedRateLimiter<HttpContext> Create(int perMinute, Func<HttpContext, string> user) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetFixedWindowLimiter(
            user(context),
            _ =>
                new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
}
