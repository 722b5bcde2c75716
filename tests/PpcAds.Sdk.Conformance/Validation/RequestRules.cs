using System.Text.Json;
using PpcAds.Sdk.Conformance.Exchanges;
using PpcAds.Sdk.Conformance.Schemas;
using PpcAds.Sdk.Conformance.Specs;

namespace PpcAds.Sdk.Conformance.Validation;

/// <summary>Everything a request must be.</summary>
internal static class RequestRules
{
    private const string ContentType = "Content-Type";

    public static IReadOnlyList<Violation> Check(Exchange exchange, SpecOperation operation)
    {
        var violations = new ViolationList(operation, ExchangeSide.Request);
        AdsHeaderRules.Check(exchange, operation, violations);
        ParameterRules.Check(exchange, operation, violations);
        QueryRules.Check(exchange, operation, violations);
        AcceptRules.Check(exchange, operation, violations);
        CheckBody(exchange, operation.RequestBody, violations);
        return violations.Violations;
    }

    private static void CheckBody(Exchange exchange, JsonElement? declared, ViolationList violations)
    {
        string? contentType = exchange.RequestHeaders.GetValueOrDefault(ContentType);
        IReadOnlyList<string> mediaTypes = declared is { } body ? MediaTypes.Of(body) : [];
        bool empty = exchange.RequestBody.IsEmpty;

        // Exactly: Amazon documents no parameter, and a version is part of the name.
        if ((contentType is not null || !empty) && !mediaTypes.Contains(contentType))
        {
            violations.AddHeader(ContentType, Rules.MediaType, contentType ?? "nothing");
        }

        if (declared is null && !empty)
        {
            BodyRules.NotDeclared(exchange.RequestBody, violations);
        }
        else if (empty && declared?.Flag("required") == true)
        {
            BodyRules.Missing(violations);
        }
        else if (!empty && mediaTypes.Contains(MediaTypes.WithoutParameters(contentType ?? "")))
        {
            BodyRules.Check(declared!.Value, MediaTypes.WithoutParameters(contentType!), exchange.RequestBody, violations);
        }
    }
}
