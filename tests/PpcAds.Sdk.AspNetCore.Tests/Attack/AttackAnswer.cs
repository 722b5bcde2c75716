using System.Text.Json;

namespace PpcAds.Sdk.AspNetCore.Tests.Attack;

/// <summary>What an attack got.</summary>
internal sealed record AttackAnswer(int Status, string? MediaType, string Text, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The code of a problem; null when the server itself answered, or the framework.</summary>
    public string? Code => MediaType == "application/problem+json" && Json.TryGetProperty("code", out JsonElement code) ? code.GetString() : null;

    /// <summary>The fields that a problem names.</summary>
    public string[] Fields => MediaType == "application/problem+json" && Json.TryGetProperty("errors", out JsonElement errors)
        ? [.. errors.EnumerateObject().Select(error => error.Name)]
        : [];

    /// <summary>The body without what differs from request to request.</summary>
    public string WithoutTrace => System.Text.RegularExpressions.Regex.Replace(Text, "\"trace(_i|I)d\":\"[^\"]*\"", "");

    private JsonElement Json => JsonDocument.Parse(Text).RootElement;
}
