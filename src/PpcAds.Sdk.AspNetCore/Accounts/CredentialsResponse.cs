using System.Text.Json.Serialization;

namespace PpcAds.Sdk.AspNetCore.Accounts;

/// <summary>What was found out about credentials that were stored; never a secret.</summary>
internal sealed record CredentialsResponse
{
    [JsonPropertyName("account_id")]
    public required string AccountId { get; init; }

    [JsonPropertyName("client_id")]
    public required string ClientId { get; init; }

    /// <summary>The regions in which they read profiles: <c>NA</c>, <c>EU</c>, <c>FE</c>.</summary>
    [JsonPropertyName("regions")]
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>How many profiles they read.</summary>
    [JsonPropertyName("profiles")]
    public required int Profiles { get; init; }
}
