using System.Text;
using PpcAds.Sdk.Conformance.Exchanges;

namespace PpcAds.Sdk.Conformance.Tests;

/// <summary>Faultless exchanges, and ways to spoil them.</summary>
internal static class SampleExchanges
{
    private const string ThingType = "application/vnd.thing.v1+json";

    public static Exchange GetThing { get; } = new()
    {
        Method = "GET",
        Target = "/things/42?count=3",
        RequestHeaders = HeadersOf(
            ("Authorization", "Bearer token"),
            ("Amazon-Advertising-API-ClientId", "client"),
            ("X-Trace", "7"),
            ("Accept", ThingType)),
        Status = 200,
        ResponseHeaders = HeadersOf(("Content-Type", ThingType)),
        ResponseBody = Bytes("""{ "id": 42 }"""),
    };

    public static Exchange ListThings { get; } = new()
    {
        Method = "POST",
        Target = "/things/list",
        RequestHeaders = HeadersOf(
            ("Authorization", "Bearer token"),
            ("Amazon-Advertising-API-ClientId", "client"),
            ("Amazon-Advertising-API-Scope", "1"),
            ("Content-Type", ThingType)),
        RequestBody = Bytes("""{ "name": "one" }"""),
        Status = 204,
    };

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static Exchange WithRequestHeader(this Exchange exchange, string name, string? value) =>
        exchange with { RequestHeaders = With(exchange.RequestHeaders, name, value) };

    public static Exchange WithResponseHeader(this Exchange exchange, string name, string? value) =>
        exchange with { ResponseHeaders = With(exchange.ResponseHeaders, name, value) };

    public static Exchange WithRequestText(this Exchange exchange, string replaced, string by) =>
        exchange with { RequestBody = Replace(exchange.RequestBody, replaced, by) };

    public static Exchange WithResponseText(this Exchange exchange, string replaced, string by) =>
        exchange with { ResponseBody = Replace(exchange.ResponseBody, replaced, by) };

    private static byte[] Replace(ReadOnlyMemory<byte> body, string replaced, string by)
    {
        string text = Encoding.UTF8.GetString(body.Span);
        return text.Contains(replaced, StringComparison.Ordinal)
            ? Bytes(text.Replace(replaced, by, StringComparison.Ordinal))
            : throw new ArgumentException($"The body does not hold {replaced}.", nameof(replaced));
    }

    private static IReadOnlyDictionary<string, string> With(IReadOnlyDictionary<string, string> headers, string name, string? value)
    {
        var others = headers.Where(header => !string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase));
        return Headers.Of(value is null ? others : others.Append(new KeyValuePair<string, string>(name, value)));
    }

    public static IReadOnlyDictionary<string, string> HeadersOf(params (string Name, string Value)[] headers) =>
        Headers.Of(headers.Select(header => new KeyValuePair<string, string>(header.Name, header.Value)));
}
