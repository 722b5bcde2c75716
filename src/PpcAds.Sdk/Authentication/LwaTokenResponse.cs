using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Authentication;

/// <summary>The answer of the token endpoint.</summary>
internal sealed record LwaTokenResponse
{
    [JsonPropertyName("access_token")]
    public required string AccessToken { get; init; }

    /// <summary>Seconds.</summary>
    [JsonPropertyName("expires_in")]
    public required int ExpiresIn { get; init; }

    /// <summary>Absent, or the same as before; no rotation is documented, but a new one is kept.</summary>
    [JsonPropertyName("refresh_token")]
    public string? RefreshToken { get; init; }

    public override string ToString() => $"token response, {ExpiresIn} s";
}
