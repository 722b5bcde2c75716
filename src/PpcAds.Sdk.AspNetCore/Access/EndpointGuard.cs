using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.AspNetCore.Problems;

namespace PpcAds.Sdk.AspNetCore.Access;

/// <summary>
/// Guards every endpoint: access is denied by default, limits apply, and every failure is answered as a problem.
/// </summary>
internal sealed class EndpointGuard(EndpointRateLimits limits, Func<HttpContext, PpcAdsProblem, Task>? answerAsync = null)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate inner)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        if (await RefusalAsync(context).ConfigureAwait(false) is { } refusal)
        {
            await AnswerAsync(context, refusal).ConfigureAwait(false);
            return;
        }

        try
        {
            await inner(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client is gone.
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, ExceptionProblems.ToResult(exception, context)).ConfigureAwait(false);
        }
    }

    private Task AnswerAsync(HttpContext context, ProblemResult problem) =>
        answerAsync is null ? problem.ExecuteAsync(context) : answerAsync(context, problem.ToProblem());

    private async ValueTask<ProblemResult?> RefusalAsync(HttpContext context)
    {
        if (!await IsProtectedAsync(context).ConfigureAwait(false))
        {
            return Refuse(context, new ProblemResult(StatusCodes.Status403Forbidden, "not_protected", "The endpoint is closed.")
            {
                Detail = "The service has set no policy for it. Its developer adds RequireAuthorization() to what MapPpcAds() "
                    + "returns, or opens it to everybody with AllowUnprotectedPpcAds().",
            });
        }

        // A browser states where a request comes from; cookies alone would let any page act for the signed-in user.
        bool changes = !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method);
        if (changes && IsFromAnotherSite(context.Request))
        {
            return Refuse(
                context, new ProblemResult(StatusCodes.Status403Forbidden, "cross_site", "The request comes from another site."));
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<RateLimitMetadata>() is { } limited
            && limits.Take(limited.Kind, context) is { } wait)
        {
            RetryAfter.Set(context.Response, wait);
            return Refuse(context, new ProblemResult(
                StatusCodes.Status429TooManyRequests, "too_many_requests", "Too many requests.")
            {
                Detail = "Try again after the number of seconds in Retry-After.",
            });
        }

        return null;
    }

    /// <summary>
    /// Older browsers, and all of them over plain HTTP, send no <c>Sec-Fetch-Site</c>, but <c>Origin</c> with what changes
    /// something.
    /// </summary>
    private static bool IsFromAnotherSite(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site)
        {
            return site == "cross-site";
        }

        if (request.Headers.Origin is not { Count: > 0 } origins)
        {
            return false;
        }

        // Not by the scheme: a proxy that ends TLS may not say so.
        return !Uri.TryCreate(origins[0], UriKind.Absolute, out Uri? origin)
            || !string.Equals(origin.Host, request.Host.Host, StringComparison.OrdinalIgnoreCase)
            || (request.Host.Port is { } port ? origin.Port != port : !origin.IsDefaultPort);
    }

    private static ProblemResult Refuse(HttpContext context, ProblemResult problem)
    {
        (var logger, string user) = AuditLog.Of(context);
        string route = (context.GetEndpoint() as Microsoft.AspNetCore.Routing.RouteEndpoint)?.RoutePattern.RawText ?? "";
        AuditLog.Refused(logger, user, context.Request.Method, route, problem.Code);
        return problem;
    }

    /// <summary>
    /// Whether the host decides who has access. A policy on the endpoint was enforced by the host's authorization middleware,
    /// without which routing refuses to continue; its fallback policy is evaluated again here, since nothing shows that it was.
    /// </summary>
    private static async ValueTask<bool> IsProtectedAsync(HttpContext context)
    {
        EndpointMetadataCollection metadata = context.GetEndpoint()?.Metadata ?? EndpointMetadataCollection.Empty;
        if (metadata.GetMetadata<UnprotectedMetadata>() is not null)
        {
            return true;
        }

        if (metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return false;
        }

        if (metadata.GetMetadata<IAuthorizeData>() is not null || metadata.GetMetadata<AuthorizationPolicy>() is not null)
        {
            return true;
        }

        return context.RequestServices.GetService<IAuthorizationPolicyProvider>() is { } policies
            && context.RequestServices.GetService<IAuthorizationService>() is { } authorization
            && await policies.GetFallbackPolicyAsync().ConfigureAwait(false) is { } fallback
            && (await authorization.AuthorizeAsync(context.User, context, fallback).ConfigureAwait(false)).Succeeded;
    }
}
