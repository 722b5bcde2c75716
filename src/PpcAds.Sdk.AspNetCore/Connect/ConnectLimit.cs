using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PpcAds.Sdk.AspNetCore.Access;

namespace PpcAds.Sdk.AspNetCore.Connect;

/// <summary>
/// How often a user, or an address without a user, may call the endpoints: each return costs a call with the host's secret.
/// </summary>
internal sealed class ConnectLimit(IOptions<PpcAdsConnectOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _limiter = EndpointRateLimits.Create(
        options.Value.RequestsPerMinute,
        context => UserOf(context, options.Value));

    /// <summary>
    /// Half as many: a connection takes two requests. In a window that slides, or else those who left in one minute could all
    /// come back at the turn of the next, with twice the calls.
    /// </summary>
    private readonly PartitionedRateLimiter<HttpContext> _exchanges = PartitionedRateLimiter.Create<HttpContext, string>(
        context => RateLimitPartition.GetSlidingWindowLimiter(
            UserOf(context, options.Value),
            _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = Math.Max(1, options.Value.RequestsPerMinute / 2),
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
                QueueLimit = 0,
            }));

    /// <summary>How long to wait, or null when the request may go on.</summary>
    public TimeSpan? Take(HttpContext context) => EndpointRateLimits.Take(_limiter, context);

    /// <summary>How long to wait until a code may be traded at Login with Amazon, or null when it may be now.</summary>
    public TimeSpan? TakeExchange(HttpContext context) => EndpointRateLimits.Take(_exchanges, context);

    public void Dispose()
    {
        _limiter.Dispose();
        _exchanges.Dispose();
    }

    private static string UserOf(HttpContext context, PpcAdsConnectOptions options) =>
        options.UserId(context) is { } user ? $"user {user}" : $"address {context.Connection.RemoteIpAddress}";
}
