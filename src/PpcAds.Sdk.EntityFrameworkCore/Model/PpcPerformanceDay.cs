using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>
/// A row of <c>performance_days</c>, the ledger: which days are loaded. A day that is not there was never loaded.
/// </summary>
public class PpcPerformanceDay
{
    /// <summary>The account.</summary>
    public long AccountId { get; set; }

    /// <summary>The profile.</summary>
    public long ProfileId { get; set; }

    /// <summary>The dataset.</summary>
    public string Dataset { get; set; } = "";

    /// <summary>The day, in the profile's time zone.</summary>
    public DateOnly Date { get; set; }

    /// <summary>What is known of it.</summary>
    public PerformanceDayState State { get; set; }

    /// <summary>Amazon's id of the report that it came from.</summary>
    public string ReportId { get; set; } = "";

    /// <summary>When Amazon took its figures.</summary>
    public DateTimeOffset ReportGeneratedAt { get; set; }

    /// <summary>When it was loaded.</summary>
    public DateTimeOffset LoadedAt { get; set; }

    /// <summary>When figures of it were first loaded; <see langword="null"/> if none were.</summary>
    public DateTimeOffset? FirstLoadedAt { get; set; }

    /// <summary>The rows that it has.</summary>
    public long Rows { get; set; }

    /// <summary>The rows that its newest report removed.</summary>
    public long RowsRemoved { get; set; }

    /// <summary>The sum of impressions.</summary>
    public long Impressions { get; set; }

    /// <summary>The sum of clicks.</summary>
    public long Clicks { get; set; }

    /// <summary>The sum of cost.</summary>
    public decimal Cost { get; set; }

    /// <summary>
    /// The checksum of its rows as they were loaded, by which <see cref="PpcAdsDatabase.VerifyAsync"/> finds those that were
    /// changed since.
    /// </summary>
    public long Checksum { get; set; }

    /// <summary>Returns the day as readers give it.</summary>
    public PerformanceDay ToDay() => new()
    {
        Date = Date,
        State = State,
        ReportId = ReportId,
        ReportGeneratedAt = ReportGeneratedAt,
        LoadedAt = LoadedAt,
        FirstLoadedAt = FirstLoadedAt,
        Rows = Rows,
        RowsRemoved = RowsRemoved,
        Impressions = Impressions,
        Clicks = Clicks,
        Cost = Cost,
    };
}
