using PpcAds.Sdk.Conformance.Exchanges;
using PpcAds.Sdk.Conformance.Schemas;
using PpcAds.Sdk.Conformance.Specs;

namespace PpcAds.Sdk.Conformance.Validation;

/// <summary>Parameters in headers and in the path.</summary>
internal static class ParameterRules
{
    // OpenAPI: declared as parameters, these three mean nothing; they have rules of their own.
    private static readonly string[] NotParameters = ["Accept", "Content-Type", AdsHeaderRules.Authorization];

    public static void Check(Exchange exchange, SpecOperation operation, ViolationList violations)
    {
        CheckPath(exchange, operation, violations);
        foreach (SpecParameter parameter in operation.Parameters.Where(IsHeader))
        {
            if (exchange.RequestHeaders.TryGetValue(parameter.Name, out string? value))
            {
                violations.CheckText(parameter.Schema, value, JsonPointer.Append("/header", parameter.Name));
            }
            else if (parameter.Required && !AdsHeaderRules.Covers(parameter))
            {
                violations.AddHeader(parameter.Name, Rules.Required, "nothing");
            }
        }
    }

    private static void CheckPath(Exchange exchange, SpecOperation operation, ViolationList violations)
    {
        if (!operation.Path.TryMatch(exchange.Path, out IReadOnlyDictionary<string, string>? values))
        {
            throw new InvalidOperationException($"{exchange} is not for {operation}.");
        }

        foreach (SpecParameter parameter in operation.Parameters.Where(parameter => parameter.In == "path"))
        {
            violations.CheckText(parameter.Schema, values[parameter.Name], JsonPointer.Append("/path", parameter.Name));
        }
    }

    private static bool IsHeader(SpecParameter parameter) =>
        parameter.In == "header" && !NotParameters.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase);
}
