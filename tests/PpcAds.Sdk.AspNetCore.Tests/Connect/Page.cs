using System.Net;
using System.Text.Json.Nodes;

namespace PpcAds.Sdk.AspNetCore.Tests.Connect;

/// <summary>What a browser got.</summary>
internal sealed record Page(HttpStatusCode Status, Uri? Location, string? MediaType, string Text, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The text without the id that differs from request to request.</summary>
    public string WithoutTrace => System.Text.RegularExpressions.Regex.Replace(Text, "\"trace_id\":\"[^\"]*\"", "");

    /// <summary>The code of a ProblemDetails.</summary>
    public string? Code => MediaType == "application/problem+json" ? JsonNode.Parse(Text)!["code"]?.GetValue<string>() : null;
}
