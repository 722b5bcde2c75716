using System.Text.Json.Serialization;
using PpcAds.Sdk.AspNetCore.Endpoints;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>A profile: one advertiser in one marketplace.</summary>
internal sealed record ProfileResponse
{
    [JsonPropertyName("account_id")]
    public required string AccountId { get; init; }

    [JsonPropertyName("profile_id")]
    public required string ProfileId { get; init; }

    /// <summary><c>NA</c>, <c>EU</c> or <c>FE</c>.</summary>
    [JsonPropertyName("region")]
    public required string Region { get; init; }

    [JsonPropertyName("country_code")]
    public required string? CountryCode { get; init; }

    [JsonPropertyName("currency")]
    public required string? Currency { get; init; }

    [JsonPropertyName("time_zone")]
    public required string? TimeZone { get; init; }

    /// <summary><c>seller</c>, <c>vendor</c> or <c>agency</c>, as Amazon writes it.</summary>
    [JsonPropertyName("type")]
    public required string? Type { get; init; }

    [JsonPropertyName("name")]
    public required string? Name { get; init; }

    [JsonPropertyName("marketplace_id")]
    public required string? MarketplaceId { get; init; }

    [JsonPropertyName("is_view_only")]
    public required bool IsViewOnly { get; init; }

    [JsonPropertyName("last_seen_at")]
    public required DateTimeOffset LastSeenAt { get; init; }

    [JsonPropertyName("changed_at")]
    public required DateTimeOffset ChangedAt { get; init; }

    public static ProfileResponse Of(StoredEntity<ProfileRecord> stored) => new()
    {
        AccountId = stored.AccountId.ToString(),
        ProfileId = stored.ProfileId.ToString(),
        Region = RegionNames.Of(stored.Entity.Region),
        CountryCode = stored.Entity.CountryCode,
        Currency = stored.Entity.CurrencyCode,
        TimeZone = stored.Entity.TimeZone,
        Type = stored.Entity.Type?.Value,
        Name = stored.Entity.Name,
        MarketplaceId = stored.Entity.MarketplaceId,
        IsViewOnly = stored.Entity.IsViewOnly,
        LastSeenAt = stored.LastSeenAt,
        ChangedAt = stored.ChangedAt,
    };
}
