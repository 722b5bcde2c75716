namespace PpcAds.Sdk.Reading;

/// <summary>One day of one dataset in the ledger.</summary>
public sealed record PerformanceDay
{
    /// <summary>The day, in the profile's time zone.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>What is known.</summary>
    public required PerformanceDayState State { get; init; }

    /// <summary>Amazon's id of the report that the day came from.</summary>
    public required string ReportId { get; init; }

    /// <summary>When Amazon took its figures.</summary>
    public required DateTimeOffset ReportGeneratedAt { get; init; }

    /// <summary>When it was loaded.</summary>
    public required DateTimeOffset LoadedAt { get; init; }

    /// <summary>
    /// Gets when figures of the day were first loaded; <see langword="null"/> if none were, or the store does not keep it.
    /// </summary>
    public DateTimeOffset? FirstLoadedAt { get; init; }

    /// <summary>The rows that it has.</summary>
    public required long Rows { get; init; }

    /// <summary>The rows that its newest report removed.</summary>
    public required long RowsRemoved { get; init; }

    /// <summary>The sum of impressions.</summary>
    public required long Impressions { get; init; }

    /// <summary>The sum of clicks.</summary>
    public required long Clicks { get; init; }

    /// <summary>The sum of cost.</summary>
    public required decimal Cost { get; init; }
}
