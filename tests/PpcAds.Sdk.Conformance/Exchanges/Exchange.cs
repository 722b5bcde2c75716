namespace PpcAds.Sdk.Conformance.Exchanges;

/// <summary>One request and its answer, as they were on the wire.</summary>
internal sealed record Exchange
{
    public required string Method { get; init; }

    /// <summary>Path and query, relative to the base address of the region: <c>/v2/profiles?accessLevel=view</c>.</summary>
    public required string Target { get; init; }

    public IReadOnlyDictionary<string, string> RequestHeaders { get; init; } = Headers.None;

    public ReadOnlyMemory<byte> RequestBody { get; init; }

    public required int Status { get; init; }

    public IReadOnlyDictionary<string, string> ResponseHeaders { get; init; } = Headers.None;

    public ReadOnlyMemory<byte> ResponseBody { get; init; }

    public string Path => Target.Split('?', 2)[0];

    public string Query => Target.Split('?', 2) is [_, string query] ? query : "";

    public override string ToString() => $"{Method} {Target} -> {Status}";
}
