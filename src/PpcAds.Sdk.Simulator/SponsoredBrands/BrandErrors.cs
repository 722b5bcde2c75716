using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Http;

namespace PpcAds.Sdk.Simulator.SponsoredBrands;

/// <summary>What Sponsored Brands answers to a request that is not valid: a code and one text.</summary>
internal static class BrandErrors
{
    /// <summary>The media type of such errors of version 3.</summary>
    public const string Version3 = "application/vnd.sberror.v3.0+json";

    public static Answer Of(string message, JsonArray errors, string contentType)
    {
        IEnumerable<string> details = errors
            .Select(error => error!["errorValue"]!.AsObject().First().Value!)
            .Select(error => $"{error["cause"]?["location"]} '{error["cause"]?["trigger"]}': {error["message"]}");
        return Of(string.Join(' ', details.Prepend(message)), contentType);
    }

    public static Answer Of(string details, string contentType) =>
        Answer.Of(400, new JsonObject { ["code"] = "INVALID_ARGUMENT", ["details"] = details }, contentType);
}
