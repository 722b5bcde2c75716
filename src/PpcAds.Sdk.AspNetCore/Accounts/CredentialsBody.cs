using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk.AspNetCore.Accounts;

/// <summary>Credentials of Login with Amazon.</summary>
internal sealed record CredentialsBody
{
    [Description("The client id of the Login with Amazon application.")]
    [Required]
    [JsonPropertyName("client_id")]
    public string? ClientId { get; init; }

    [Description("The secret of that application. It is never returned.")]
    [Required]
    [JsonPropertyName("client_secret")]
    public string? ClientSecret { get; init; }

    [Description("The refresh token of the advertiser's grant. It is never returned.")]
    [Required]
    [JsonPropertyName("refresh_token")]
    public string? RefreshToken { get; init; }

    /// <summary><c>NA</c>, <c>EU</c> or <c>FE</c>; found by asking all when left out.</summary>
    [Description("The region of the profiles; all are tried when it is left out.")]
    [AllowedValues("NA", "EU", "FE", null)]
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
