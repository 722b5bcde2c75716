using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using PpcAds.Sdk.AspNetCore.Endpoints;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>A profile: one advertiser in one marketplace.</summary>
internal sealed record ProfileResponse
{
    [Description("The account's number.")]
    [JsonPropertyName("account_id")]
    public required string AccountId { get; init; }

    [Description("Amazon's id of the profile.")]
    [JsonPropertyName("profile_id")]
    public required string ProfileId { get; init; }

    /// <summary><c>NA</c>, <c>EU</c> or <c>FE</c>.</summary>
    [Description("The region of the API.")]
    [AllowedValues("NA", "EU", "FE")]
    [JsonPropertyName("region")]
    public required string Region { get; init; }

    [Description("The country of the marketplace, such as DE.")]
    [JsonPropertyName("country_code")]
    public required string? CountryCode { get; init; }

    [Description("The currency, such as USD.")]
    [JsonPropertyName("currency")]
    public required string? Currency { get; init; }

    [Description("The time zone of the profile's days, such as Europe/Berlin.")]
    [JsonPropertyName("time_zone")]
    public required string? TimeZone { get; init; }

    /// <summary><c>seller</c>, <c>vendor</c> or <c>agency</c>, as Amazon writes it.</summary>
    [Description("The kind of account at Amazon.")]
    [AllowedValues("seller", "vendor", "agency", null)]
    [JsonPropertyName("type")]
    public required string? Type { get; init; }

    [Description("The name, as the advertiser wrote it.")]
    [JsonPropertyName("name")]
    public required string? Name { get; init; }

    [Description("Amazon's id of the marketplace.")]
    [JsonPropertyName("marketplace_id")]
    public required string? MarketplaceId { get; init; }

    [Description("Whether the grant may view the profile only.")]
    [JsonPropertyName("is_view_only")]
    public required bool IsViewOnly { get; init; }

    [Description("When Amazon last listed it.")]
    [JsonPropertyName("last_seen_at")]
    public required DateTimeOffset LastSeenAt { get; init; }

    [Description("When it last changed.")]
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
