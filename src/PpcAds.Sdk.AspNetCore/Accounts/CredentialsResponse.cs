using System.ComponentModel;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk.AspNetCore.Accounts;

/// <summary>What was found out about credentials that were stored; never a secret.</summary>
internal sealed record CredentialsResponse
{
    [Description("The account's number.")]
    [JsonPropertyName("account_id")]
    public required string AccountId { get; init; }

    [Description("The client id of the Login with Amazon application.")]
    [JsonPropertyName("client_id")]
    public required string ClientId { get; init; }

    /// <summary>The regions in which they read profiles: <c>NA</c>, <c>EU</c>, <c>FE</c>.</summary>
    [Description("The regions in which they read profiles: `NA`, `EU`, `FE`.")]
    [JsonPropertyName("regions")]
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>How many profiles they read.</summary>
    [Description("How many profiles they read.")]
    [JsonPropertyName("profiles")]
    public required int Profiles { get; init; }

    /// <summary>When the advertiser consented, as it was given; null when that is not known.</summary>
    [Description(
        "When the advertiser consented, as given now or, with the same refresh token, before; null when that is not known.")]
    [JsonPropertyName("consented_at")]
    public required DateTimeOffset? ConsentedAt { get; init; }

    /// <summary>When that consent ends; null when that is not known, or never.</summary>
    [Description(
        "When that consent ends: 365 days later. Null when that is not known, and for consents given before 2026-07-30, which "
        + "have no fixed end.")]
    [JsonPropertyName("consent_ends_at")]
    public required DateTimeOffset? ConsentEndsAt { get; init; }
}
