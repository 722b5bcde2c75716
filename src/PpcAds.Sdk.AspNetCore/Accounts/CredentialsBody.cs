using System.Text.Json.Serialization;

namespace PpcAds.Sdk.AspNetCore.Accounts;

/// <summary>Credentials of Login with Amazon.</summary>
internal sealed record CredentialsBody
{
    [JsonPropertyName("client_id")]
    public string? ClientId { get; init; }

    [JsonPropertyName("client_secret")]
    public string? ClientSecret { get; init; }

    [JsonPropertyName("refresh_token")]
    public string? RefreshToken { get; init; }

    /// <summary><c>NA</c>, <c>EU</c> or <c>FE</c>; found by asking all when left out.</summary>
    [JsonPropertyName("region")]
    public string? Region { get; init; }

    // No secret in a log line that somebody writes by mistake.
    public override string ToString() => "credentials";
}
