using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PpcAds.Sdk.AspNetCore.Access;
using PpcAds.Sdk.AspNetCore.Problems;

namespace PpcAds.Sdk.AspNetCore.Endpoints;

/// <summary>The metadata of endpoints.</summary>
internal static class EndpointConventions
{
    private const string Json = "application/json";
    private const string Problem = "application/problem+json";

    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder builder, string name, string summary) =>
        builder.WithName("PpcAds." + name).WithSummary(summary).Produces(StatusCodes.Status401Unauthorized)
            .Failing(StatusCodes.Status403Forbidden, StatusCodes.Status503ServiceUnavailable);

    public static RouteHandlerBuilder Taking<T>(this RouteHandlerBuilder builder, string example, bool isOptional = false)
        where T : notnull =>
        builder.Accepts<T>(isOptional, Json).WithMetadata(new PpcAdsExample(null, example))
            .Failing(
                StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType);

    public static RouteHandlerBuilder Answering<T>(this RouteHandlerBuilder builder, int status, string example) =>
        builder.Produces<T>(status, Json).WithMetadata(new PpcAdsExample(status, example));

    public static RouteHandlerBuilder Failing(this RouteHandlerBuilder builder, params int[] statuses)
    {
        foreach (int status in statuses)
        {
            builder.Produces<ProblemBody>(status, Problem);
        }

        return builder;
    }

    public static RouteHandlerBuilder Limited(this RouteHandlerBuilder builder, PpcAdsRateLimit kind) =>
        builder.WithMetadata(new RateLimitMetadata(kind)).Failing(StatusCodes.Status429TooManyRequests);

    /// <summary>An answer in the endpoints' own JSON.</summary>
    public static IResult Answer<T>(T body, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) =>
        TypedResults.Json(body, type, contentType: null, statusCode: status);
}
