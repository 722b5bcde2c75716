using System.Net;
using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Simulator.Tests;

/// <summary>An answer.</summary>
internal sealed record Reply(HttpStatusCode Status, JsonNode? Body, string Text, TimeSpan? RetryAfter)
{
    public string? ContentType { get; init; }

    public string this[string member] => Body![member]!.ToString();
}
