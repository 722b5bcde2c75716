namespace PpcAds.Sdk.Etl;

/// <summary>What one report replaces: the rows of some days of one dataset of one profile.</summary>
public sealed record LoadScope
{
    /// <summary>The account.</summary>
    public required AccountId AccountId { get; init; }

    /// <summary>The profile.</summary>
    public required ProfileId ProfileId { get; init; }

    /// <summary>The dataset.</summary>
    public required Dataset Dataset { get; init; }

    /// <summary>The first day that was requested, in the profile's time zone.</summary>
    public required DateOnly StartDate { get; init; }

    /// <summary>The last day that was requested, inclusive.</summary>
    public required DateOnly EndDate { get; init; }

    /// <summary>Amazon's id of the report.</summary>
    public required string ReportId { get; init; }

    /// <summary>When Amazon took the figures. A day that holds figures taken later is left as it is.</summary>
    public required DateTimeOffset GeneratedAt { get; init; }

    /// <summary>The first day that Amazon still had when the report was made. Rows of days before are never touched.</summary>
    public required DateOnly RetentionStart { get; init; }

    /// <summary>The first day that can change: earlier ones were not requested, or Amazon no longer had them.</summary>
    public DateOnly FirstDate => StartDate > RetentionStart ? StartDate : RetentionStart;

    /// <summary>The currency of rows that name none: the profile's (ISO 4217).</summary>
    public required string CurrencyCode { get; init; }

    /// <summary>
    /// The further columns of the report, whose values are stored as <see cref="Reading.PerformanceRecord.Extra"/>. Default:
    /// none.
    /// </summary>
    public IReadOnlyList<string> ExtraColumns { get; init; } = [];

    /// <summary>The window of the headline metrics, see <see cref="Dataset.AttributionDaysFor"/>.</summary>
    public required int AttributionDays { get; init; }

    /// <summary>The share of a file's rows that may be rejected, 0 to 1; beyond it nothing is loaded.</summary>
    public double MaxRejectedShare { get; init; } = 0.1;

    /// <summary>
    /// <see cref="LoadResult.RemovalDigest"/> of an earlier report that would have removed too much: when this one would remove
    /// just the same, it may.
    /// </summary>
    public string? ConfirmedRemoval { get; init; }

    /// <summary>
    /// Gets the size of the report in bytes, uncompressed, as far as it is known before it is read. A sink whose database has one
    /// writer keeps others from it no longer than a small file is read.
    /// </summary>
    public long? FileBytes { get; init; }

    /// <summary>
    /// Gets the job whose claim the commit depends on, for a sink that shares a database with the job store;
    /// <see langword="null"/> for none.
    /// </summary>
    public LoadFence? Fence { get; init; }
}
