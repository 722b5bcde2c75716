namespace PpcAds.Sdk.Reading;

/// <summary>The sums that stand on an entity.</summary>
public sealed record PerformanceSummary
{
    /// <summary>The first day that is loaded, in the profile's time zone.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day that is loaded, inclusive.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The currency of the amounts; <see langword="null"/> when there was no activity.</summary>
    public string? CurrencyCode { get; init; }

    /// <summary>The window of sales, orders and units.</summary>
    public int? AttributionDays { get; init; }

    /// <summary>All days since <see cref="From"/>.</summary>
    public required PerformanceSums Total { get; init; }

    /// <summary>The 30 days that end with <see cref="AsOf"/>.</summary>
    public required PerformanceSums Last30Days { get; init; }
}
