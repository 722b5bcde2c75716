using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Portfolios;

/// <summary>Dates and serving status of a portfolio.</summary>
public sealed record PortfolioExtendedData
{
    /// <summary>When the portfolio was made.</summary>
    [JsonPropertyName("creationDateTime")]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    [JsonPropertyName("lastUpdateDateTime")]
    public DateTimeOffset? LastUpdatedAt { get; init; }

    /// <summary>Whether its campaigns are served, and why not: an open set of names.</summary>
    public string? ServingStatus { get; init; }

    /// <summary>The status in detail.</summary>
    public IReadOnlyList<string>? StatusReasons { get; init; }
}
