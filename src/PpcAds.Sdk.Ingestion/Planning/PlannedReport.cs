namespace PpcAds.Sdk.Ingestion;

/// <summary>A report that would be requested.</summary>
public sealed record PlannedReport
{
    /// <summary>The account.</summary>
    public required AccountId AccountId { get; init; }

    /// <summary>The profile.</summary>
    public required ProfileId ProfileId { get; init; }

    /// <summary>The dataset, by name.</summary>
    public required string Dataset { get; init; }

    /// <summary>The first day, in the profile's time zone.</summary>
    public required DateOnly StartDate { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public required DateOnly EndDate { get; init; }

    /// <summary>Why: <see cref="PlanReason.Missing"/> when any of the days was never loaded.</summary>
    public required PlanReason Reason { get; init; }
}
