using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Benchmarks.Entities;

/// <summary>What the token endpoint answers.</summary>
internal sealed record TokenAnswer
{
    [JsonPropertyName("access_token")]
    public string AccessToken { get; init; } = "Atza|benchmark";

    [JsonPropertyName("refresh_token")]
    public string RefreshToken { get; init; } = "Atzr|benchmark";

    [JsonPropertyName("token_type")]
    public string TokenType { get; init; } = "bearer";

    [JsonPropertyName("expires_in")]
    public int ExpiresIn { get; init; } = 3600;
}
