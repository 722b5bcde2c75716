using System.Globalization;
using System.Text.Json;
using PpcAds.Sdk.Conformance.Exchanges;
using PpcAds.Sdk.Conformance.Schemas;
using PpcAds.Sdk.Conformance.Specs;

namespace PpcAds.Sdk.Conformance.Validation;

/// <summary>Everything a response must be.</summary>
internal static class ResponseRules
{
    private const string ContentType = "Content-Type";

    public static IReadOnlyList<Violation> Check(Exchange exchange, SpecOperation operation)
    {
        var violations = new ViolationList(operation, ExchangeSide.Response);
        if (operation.Response(exchange.Status) is { } declared)
        {
            CheckHeaders(exchange, declared, operation, violations);
            CheckBody(exchange, declared, violations);
        }
        else
        {
            violations.Add("/status", Rules.Status, exchange.Status.ToString(CultureInfo.InvariantCulture));
        }

        return violations.Violations;
    }

    private static void CheckHeaders(Exchange exchange, JsonElement declared, SpecOperation operation, ViolationList violations)
    {
        if (!declared.TryGetProperty("headers", out JsonElement headers))
        {
            return;
        }

        foreach (JsonProperty header in headers.EnumerateObject())
        {
            JsonElement definition = operation.Document.Resolve(header.Value);
            if (exchange.ResponseHeaders.TryGetValue(header.Name, out string? value))
            {
                violations.CheckText(definition.GetProperty("schema"), value, JsonPointer.Append("/header", header.Name));
            }
            else if (definition.Flag("required"))
            {
                violations.AddHeader(header.Name, Rules.Required, "nothing");
            }
        }
    }

    private static void CheckBody(Exchange exchange, JsonElement declared, ViolationList violations)
    {
        IReadOnlyList<string> mediaTypes = MediaTypes.Of(declared);
        bool empty = exchange.ResponseBody.IsEmpty;
        if (mediaTypes.Count == 0 || empty)
        {
            if (!empty)
            {
                BodyRules.NotDeclared(exchange.ResponseBody, violations);
            }
            else if (mediaTypes.Count > 0)
            {
                BodyRules.Missing(violations);
            }

            return;
        }

        // A server may add a charset; the names of media types have no case on the way back.
        string sent = exchange.ResponseHeaders.GetValueOrDefault(ContentType) ?? "nothing";
        string plain = MediaTypes.WithoutParameters(sent);
        if (mediaTypes.FirstOrDefault(type => string.Equals(type, plain, StringComparison.OrdinalIgnoreCase)) is { } mediaType)
        {
            BodyRules.Check(declared, mediaType, exchange.ResponseBody, violations);
        }
        else
        {
            violations.AddHeader(ContentType, Rules.MediaType, sent);
        }
    }
}
