using System.Net;
using System.Text.Json;

namespace PpcAds.Sdk.AspNetCore.Tests.Endpoints;

/// <summary>An answer that was read.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, string? MediaType, Uri? Location, string Text)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string this[string name] => Json.GetProperty(name).ToString();

    /// <summary>The fields that a problem names.</summary>
    public string[] Fields => Json.TryGetProperty("errors", out JsonElement errors) ? [.. errors.EnumerateObject().Select(error => error.Name)] : [];

    /// <summary>The text without what differs from request to request.</summary>
    public string WithoutTrace => System.Text.RegularExpressions.Regex.Replace(Text, "\"trace_id\":\"[^\"]*\"", "");
}
