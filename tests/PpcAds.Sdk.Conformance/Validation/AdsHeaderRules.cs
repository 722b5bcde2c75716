using PpcAds.Sdk.Conformance.Exchanges;
using PpcAds.Sdk.Conformance.Schemas;
using PpcAds.Sdk.Conformance.Specs;

namespace PpcAds.Sdk.Conformance.Validation;

/// <summary>The headers that Amazon demands in practice, whether or not a file calls them required.</summary>
internal static class AdsHeaderRules
{
    public const string Authorization = "Authorization";
    public const string ClientId = "Amazon-Advertising-API-ClientId";
    public const string Scope = "Amazon-Advertising-API-Scope";

    private const string Bearer = "Bearer ";

    public static void Check(Exchange exchange, SpecOperation operation, ViolationList violations)
    {
        string? token = exchange.RequestHeaders.GetValueOrDefault(Authorization);
        if (token is null || !token.StartsWith(Bearer, StringComparison.Ordinal) || token.AsSpan(Bearer.Length).Trim().IsEmpty)
        {
            // Never the value: it may be a token after all.
            violations.AddHeader(Authorization, Rules.Authorization, token is null ? "nothing" : "no bearer token");
        }

        Demand(ClientId);
        if (operation.Parameters.Any(IsScope))
        {
            Demand(Scope);
        }

        void Demand(string name)
        {
            if (string.IsNullOrWhiteSpace(exchange.RequestHeaders.GetValueOrDefault(name)))
            {
                violations.AddHeader(name, Rules.Required, "nothing");
            }
        }
    }

    /// <summary>Whether a header is looked after here, so that a missing one is not reported twice.</summary>
    public static bool Covers(SpecParameter parameter) =>
        IsScope(parameter) || parameter.Name.Equals(ClientId, StringComparison.OrdinalIgnoreCase);

    private static bool IsScope(SpecParameter parameter) =>
        parameter.In == "header" && parameter.Name.Equals(Scope, StringComparison.OrdinalIgnoreCase);
}
