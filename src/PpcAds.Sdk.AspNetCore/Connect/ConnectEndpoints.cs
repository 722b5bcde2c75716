using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PpcAds.Sdk.AspNetCore.Connect;

/// <summary>The two addresses of a consent: the one that a browser leaves by, and the one that Amazon sends it back to.</summary>
internal static class ConnectEndpoints
{
    public const string Callback = "callback";
    public const string RegionParameter = "region";
    public const string ReturnUrlParameter = "return_url";

    /// <summary>Whether the host called <c>AddConnectWithAmazon</c>.</summary>
    public static bool AreAdded(IServiceProvider services) =>
        services.GetService<IServiceProviderIsService>()?.IsService(typeof(ConnectStart)) == true;

    /// <summary>Maps both under a group; nothing if the host did not add them.</summary>
    public static void Map(RouteGroupBuilder group)
    {
        if (!AreAdded(((IEndpointRouteBuilder)group).ServiceProvider))
        {
            return;
        }

        RouteGroupBuilder connect = group.MapGroup("/connect/amazon").WithTags("connect").AddEndpointFilter<ConnectGuard>();
        connect.MapGet("/" + Callback, CallbackAsync).ExcludeFromDescription();
        connect.MapGet("/{accountId}", StartAsync)
            .WithSummary("Sends the browser to Amazon's consent page to connect an account.")
            .WithDescription(
                "For browsers, not for programs. The advertiser signs in at Amazon and consents; then the browser comes back "
                + "to `return_url`.")
            .Produces(StatusCodes.Status302Found)
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static Task<IResult> StartAsync(
        [FromRoute] string accountId,
        [FromQuery(Name = RegionParameter)] string[]? region,
        [FromQuery(Name = ReturnUrlParameter)] string[]? returnUrl,
        [FromServices] ConnectStart start,
        HttpContext context,
        CancellationToken cancellationToken) =>
        start.RunAsync(context, accountId, region ?? [], returnUrl ?? [], cancellationToken);

    private static Task<IResult> CallbackAsync(
        [FromServices] ConnectCallback callback, HttpContext context, CancellationToken cancellationToken) =>
        callback.RunAsync(context, cancellationToken);
}
