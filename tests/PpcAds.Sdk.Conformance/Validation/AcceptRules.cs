using System.Net.Http.Headers;
using PpcAds.Sdk.Conformance.Exchanges;
using PpcAds.Sdk.Conformance.Schemas;
using PpcAds.Sdk.Conformance.Specs;

namespace PpcAds.Sdk.Conformance.Validation;

/// <summary>The Accept header must name, or let through, the media type of a successful answer.</summary>
internal static class AcceptRules
{
    private const string Accept = "Accept";

    public static void Check(Exchange exchange, SpecOperation operation, ViolationList violations)
    {
        IReadOnlyList<string> offered = operation.SuccessMediaTypes();
        if (offered.Count == 0)
        {
            return;
        }

        if (!exchange.RequestHeaders.TryGetValue(Accept, out string? header))
        {
            violations.AddHeader(Accept, Rules.Required, "nothing");
        }
        else if (!offered.Any(type => Permits(header, type)))
        {
            violations.AddHeader(Accept, Rules.Accept, header);
        }
    }

    private static bool Permits(string header, string mediaType) =>
        header.Split(',').Any(range =>
            MediaTypeWithQualityHeaderValue.TryParse(range.Trim(), out MediaTypeWithQualityHeaderValue? accepted)
            && accepted.Quality != 0
            && Covers(accepted.MediaType!, mediaType));

    private static bool Covers(string range, string mediaType) =>
        range == "*/*"
        || string.Equals(range, mediaType, StringComparison.Ordinal)
        || (range.EndsWith("/*", StringComparison.Ordinal)
            && mediaType.StartsWith(range[..^1], StringComparison.OrdinalIgnoreCase));
}
