using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace PpcAds.Sdk.Cases.Tests.Replay;

/// <summary>A request that came to the server.</summary>
internal sealed record ReplayRequest(string Method, string Path, string Query, string Body, string? Authorization)
{
    /// <summary>The token of the page that is requested, by body or query.</summary>
    public string? NextToken => Member("nextToken") ?? Parameter("nextToken");

    /// <summary>The index that the page begins with.</summary>
    public string? StartIndex => Parameter("startIndex");

    /// <summary>A member of the body at any depth.</summary>
    public string? Member(string name) => Body.StartsWith('{') ? JsonNode.Parse(Body)![name]?.ToString() : null;

    private string? Parameter(string name) =>
        QueryHelpers.ParseQuery(Query).TryGetValue(name, out StringValues value) ? value.ToString() : null;
}
