using System.ComponentModel;
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

    /// <summary>
    /// When the advertiser consented: a day or an instant. Amazon does not say it; without it, nothing warns of the end of the
    /// consent.
    /// </summary>
    [Description(
        "When the advertiser consented: a day in UTC or an instant with its offset, such as 2026-08-01 or "
        + "2026-08-01T12:00:00Z, not in the future. Amazon does not say it: without it nothing warns of the end of the consent, "
        + "which is 365 days later.")]
    [JsonPropertyName("consented_at")]
    public string? ConsentedAt { get; init; }

    // Keeps secrets out of a log line that is written by mistake.
    public override string ToString() => "credentials";
}
