using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Reading;

/// <summary>A row of <c>performance_records</c>.</summary>
public sealed record PerformanceRecord
{
    /// <summary>The account.</summary>
    public required AccountId AccountId { get; init; }

    /// <summary>The profile.</summary>
    public required ProfileId ProfileId { get; init; }

    /// <summary>The dataset, by name.</summary>
    public required string Dataset { get; init; }

    /// <summary>The day, in the profile's time zone.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The key within dataset and day.</summary>
    public required string EntityKey { get; init; }

    /// <summary>The campaign.</summary>
    public CampaignId? CampaignId { get; init; }

    /// <summary>The ad group.</summary>
    public AdGroupId? AdGroupId { get; init; }

    /// <summary>The ad.</summary>
    public long? AdId { get; init; }

    /// <summary>The keyword or other target.</summary>
    public long? TargetId { get; init; }

    /// <summary>The other dimensions that the row has.</summary>
    public required IReadOnlyDictionary<PerformanceText, string> Texts { get; init; }

    /// <summary>The currency of the amounts (ISO 4217).</summary>
    public required string CurrencyCode { get; init; }

    /// <summary>The window of sales, orders and units.</summary>
    public required int AttributionDays { get; init; }

    /// <summary>The metrics that the dataset reports; money in currency units.</summary>
    public required IReadOnlyDictionary<PerformanceMetric, decimal> Metrics { get; init; }

    /// <summary>
    /// The share, a fraction, that the row had of the top-of-search impressions it was eligible for; <see langword="null"/> where
    /// Amazon reports none. Shares do not add up.
    /// </summary>
    public decimal? TopOfSearchImpressionShare { get; init; }

    /// <summary>
    /// The values of <see cref="Ingestion.IngestionOptions.ExtraColumns"/> that the report had, as a JSON object by column name;
    /// <see langword="null"/> for none.
    /// </summary>
    public string? Extra { get; init; }

    /// <summary>When the row came, or last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
