using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Ingestion.Planning;

/// <summary>All that decides which reports of one dataset of one profile to request.</summary>
internal sealed record PlanInput
{
    /// <summary>Today in the profile's time zone; never requested.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The time.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The profile's time zone, which decides on which day figures were taken.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>How many days one report may span, both ends counted.</summary>
    public required int MaxRangeDays { get; init; }

    /// <summary>How many days before today Amazon still has.</summary>
    public required int RetentionDays { get; init; }

    /// <summary>How far back to go at first.</summary>
    public int? BackfillDays { get; init; }

    public required IReadOnlyList<RestatementRule> Restatement { get; init; }

    public required IReadOnlyList<PerformanceDay> Ledger { get; init; }

    /// <summary>The days that open jobs request already.</summary>
    public IReadOnlyList<(DateOnly Start, DateOnly End)> Open { get; init; } = [];
}
