using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Profiles;

/// <summary>
/// An advertising profile: one advertiser in one marketplace. Amazon Ads profiles v2; only the id is always there.
/// </summary>
public sealed record Profile
{
    /// <summary>The id, known only to the host of <see cref="Region"/>.</summary>
    public required ProfileId ProfileId { get; init; }

    /// <summary>The region whose host listed the profile.</summary>
    [JsonIgnore]
    public AmazonAdsRegion Region { get; init; }

    /// <summary>The marketplace's country; the United Kingdom is <c>UK</c>.</summary>
    public string? CountryCode { get; init; }

    /// <summary>The currency of every amount of this profile's campaigns and reports (ISO 4217).</summary>
    public string? CurrencyCode { get; init; }

    /// <summary>
    /// The account-wide daily cap of a seller, in <see cref="CurrencyCode"/>. May be an enormous number when there is none.
    /// </summary>
    public decimal? DailyBudget { get; init; }

    /// <summary>
    /// The IANA time zone in which this profile's days begin and end. Canada and Mexico have Los Angeles, Germany has Paris.
    /// </summary>
    [JsonPropertyName("timezone")]
    public string? TimeZone { get; init; }

    /// <summary>The advertiser behind the profile.</summary>
    public ProfileAccountInfo? AccountInfo { get; init; }
}
