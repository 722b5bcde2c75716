using PpcAds.Sdk.Conformance.Exchanges;
using PpcAds.Sdk.Conformance.Specs;

namespace PpcAds.Sdk.Conformance.Reporting;

/// <summary>
/// A media type that a file does not know yet, in place of one that it does. The exchange is then held against the file as if the older one
/// stood there: only so are the bodies checked at all.
/// </summary>
/// <param name="Operation">The operation's id.</param>
/// <param name="Sent">What goes over the wire.</param>
/// <param name="Declared">What the file has.</param>
/// <param name="Reason">What says that the file is out of date.</param>
internal sealed record MediaTypeChange(string Operation, string Sent, string Declared, string Reason)
{
    public bool Concerns(Exchange exchange, SpecOperation operation) =>
        operation.Id == Operation
        && exchange.RequestHeaders.Concat(exchange.ResponseHeaders).Any(header => IsMediaType(header.Key) && header.Value == Sent);

    public Exchange Undo(Exchange exchange) => exchange with
    {
        RequestHeaders = Undo(exchange.RequestHeaders),
        ResponseHeaders = Undo(exchange.ResponseHeaders),
    };

    private IReadOnlyDictionary<string, string> Undo(IReadOnlyDictionary<string, string> headers) => Headers.Of(headers.Select(header =>
        IsMediaType(header.Key) && header.Value == Sent ? new KeyValuePair<string, string>(header.Key, Declared) : header));

    private static bool IsMediaType(string header) =>
        header.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) || header.Equals("Accept", StringComparison.OrdinalIgnoreCase);
}
