using System.Text.Json.Serialization;

namespace AspNetHost.Amazon;

/// <summary>Where the simulator is, and the credentials that it takes.</summary>
internal sealed record SimulatorDescription(
    [property: JsonPropertyName("base_url")] string BaseUrl,
    [property: JsonPropertyName("client_id")] string ClientId,
    [property: JsonPropertyName("client_secret")] string ClientSecret,
    [property: JsonPropertyName("refresh_token")] string RefreshToken);
