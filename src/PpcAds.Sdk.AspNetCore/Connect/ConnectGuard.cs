using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PpcAds.Sdk.AspNetCore.Problems;

namespace PpcAds.Sdk.AspNetCore.Connect;

/// <summary>
/// Stands before both endpoints: closed until the host opens them, in a host without authentication too. No answer is kept or
/// names the address that it came from, and no exception reaches the host's error page, whose address would hold a code.
/// </summary>
internal sealed class ConnectGuard(IOptions<PpcAdsConnectOptions> options, ConnectLimit limit, ILoggerFactory loggers)
    : IEndpointFilter
{
    private readonly ILogger _logger = loggers.CreateLogger(ConnectLog.Category);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (!ConnectAccess.IsOpened(http, options.Value))
        {
            ConnectLog.NotOpened(_logger);
            return ConnectProblem.NotOpened();
        }

        if (limit.Take(http) is { } wait)
        {
            ConnectLog.TooMany(_logger);
            RetryAfter.Set(http.Response, wait);
            return ConnectProblem.TooMany();
        }

        try
        {
            return await next(context).ConfigureAwait(false);
        }
        catch (Exception exception) when (!http.RequestAborted.IsCancellationRequested)
        {
            ConnectLog.RequestFailed(_logger, exception);
            if (!StorageOutage.IsCauseOf(exception, http.RequestServices) && exception is not PpcAdsStorageException)
            {
                return ConnectProblem.Unexpected();
            }

            RetryAfter.Set(http.Response, StorageOutage.Wait);
            return ConnectProblem.StoreFailed();
        }
    }
}
