using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Benchmarks.Entities;

/// <summary>The account's one profile.</summary>
internal sealed record ListedProfile
{
    public long ProfileId { get; init; } = ListedAccount.ProfileId;

    public string CountryCode { get; init; } = "US";

    public string CurrencyCode { get; init; } = "USD";

    [JsonPropertyName("timezone")]
    public string TimeZone { get; init; } = "America/Los_Angeles";

    public ListedAccountInfo AccountInfo { get; init; } = new();
}
