using System.ComponentModel;
using System.Text.Json.Serialization;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>How fresh one dataset of one profile is.</summary>
internal sealed record FreshnessResponse
{
    [Description("Amazon's id of the profile.")]
    [JsonPropertyName("profile_id")]
    public required string ProfileId { get; init; }

    [Description("The dataset, such as sp.campaign.")]
    [JsonPropertyName("dataset")]
    public required string Dataset { get; init; }

    /// <summary>The newest day that is loaded whole, in the profile's time zone.</summary>
    [Description("The newest day that is loaded whole, in the profile's time zone.")]
    [JsonPropertyName("newest_day")]
    public required DateOnly NewestDay { get; init; }

    /// <summary>When Amazon took that day's figures.</summary>
    [Description("When Amazon took that day's figures.")]
    [JsonPropertyName("generated_at")]
    public required DateTimeOffset GeneratedAt { get; init; }

    [Description("When it was loaded.")]
    [JsonPropertyName("loaded_at")]
    public required DateTimeOffset LoadedAt { get; init; }

    public static FreshnessResponse Of(PerformanceFreshness freshness) => new()
    {
        ProfileId = freshness.ProfileId.ToString(),
        Dataset = freshness.Dataset,
        NewestDay = freshness.NewestDay,
        GeneratedAt = freshness.ReportGeneratedAt,
        LoadedAt = freshness.LoadedAt,
    };
}
