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
        context => options.Value.UserId(context) is { } user ? $"user {user}" : $"address {context.Connection.RemoteIpAddress}");

    /// <summary>How long to wait, or null when the request may go on.</summary>
    public TimeSpan? Take(HttpContext context) => EndpointRateLimits.Take(_limiter, context);

    public void Dispose() => _limiter.Dispose();
}
