using System.Globalization;
using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Simulator.Http;

/// <summary>Error answers in the shape that each family of operations has.</summary>
internal sealed class Errors(SimulatorQuirks quirks)
{
    public Answer Unauthorized(OperationGroup group, string text) => Of(group, 401, "UNAUTHORIZED", text);

    public Answer Forbidden(OperationGroup group, string text) => Of(group, 403, "ACCESS_DENIED", text);

    public Answer BadRequest(OperationGroup group, string text) => Of(group, 400, "INVALID_ARGUMENT", text);

    public Answer UnsupportedMediaType(OperationGroup group, string text) => Of(group, 415, "UNSUPPORTED_MEDIA_TYPE", text);

    /// <summary>Most families answer 415 to a wrong Accept too; exports have 406.</summary>
    public Answer NotAcceptable(OperationGroup group, string text) =>
        group == OperationGroup.Exports ? Of(group, 406, "NOT_ACCEPTABLE", text) : UnsupportedMediaType(group, text);

    public Answer Throttled(OperationGroup group, int? retryAfter) =>
        Of(group, 429, "THROTTLED", "Too many requests; try again later.") with { RetryAfter = retryAfter };

    public Answer ServerFault(OperationGroup group, int status) =>
        Of(group, status, "INTERNAL_ERROR", "Something went wrong on the server.");

    /// <summary>What the gateway in front of all families answers to a path it does not know.</summary>
    public static Answer NotFound() =>
        Answer.Of(
            404, new JsonObject { ["code"] = "NOT_FOUND", ["details"] = "Could not find resource for this path and method." });

    private Answer Of(OperationGroup group, int status, string code, string text) => Answer.Of(status, group switch
    {
        OperationGroup.SponsoredProducts or OperationGroup.Portfolios => new JsonObject { ["code"] = code, ["message"] = text },
        OperationGroup.Exports => new JsonObject { ["message"] = text },
        OperationGroup.ReportCreation or OperationGroup.ReportStatus => new JsonObject
        {
            ["code"] = quirks.ReportErrorCodesAsNumbers ? status : status.ToString(CultureInfo.InvariantCulture),
            ["detail"] = text,
        },
        _ => new JsonObject { ["code"] = code, ["details"] = text },
    });
}
