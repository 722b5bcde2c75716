using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Ingestion;

/// <summary>One report on its way from plan to table. Its whole state is in the store, never in a process.</summary>
public sealed record ReportJob
{
    /// <summary>The longest wait of a job: 6 hours. A longer one, such as of a <c>Retry-After</c>, is reduced to it.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    /// <summary>The number that the store gave it.</summary>
    public required long JobId { get; init; }

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

    /// <summary>Why it was planned.</summary>
    public required PlanReason Reason { get; init; }

    /// <summary>How far it is.</summary>
    public ReportJobState State { get; init; }

    /// <summary>Amazon's id of the report, once there is one.</summary>
    public string? ReportId { get; init; }

    /// <summary>When Amazon took the figures, once it did.</summary>
    public DateTimeOffset? GeneratedAt { get; init; }

    /// <summary>When it was planned.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the report that is in progress was requested.</summary>
    public DateTimeOffset? RequestedAt { get; init; }

    /// <summary>When it is due again; see <see cref="IsDueAt"/>.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>How many reports were requested and failed.</summary>
    public int Attempts { get; init; }

    /// <summary>How many steps failed in a row.</summary>
    public int Failures { get; init; }

    /// <summary>The last failure, or why it was given up.</summary>
    public string? Error { get; init; }

    /// <summary>See <see cref="LoadScope.ConfirmedRemoval"/>.</summary>
    public string? RemovalDigest { get; init; }

    /// <summary>Grows with each claim: a worker that holds an older one has lost the job.</summary>
    public long LeaseEpoch { get; init; }

    /// <summary>Whether nothing more will happen to it.</summary>
    public bool IsFinal => State is ReportJobState.Loaded or ReportJobState.Abandoned;

    /// <summary>
    /// Whether it is due: its time has come, or is further off than <see cref="LongestWait"/>, which only a clock that was set
    /// back brings about. Without that, a clock set back by a day would stop every job for a day.
    /// </summary>
    /// <param name="now">The time.</param>
    public bool IsDueAt(DateTimeOffset now) => DueAt <= now || DueAt > now + LongestWait;

    /// <summary>What a sink remembers this job's load by.</summary>
    public LoadId LoadId => new($"job/{JobId}/{Attempts}/{ReportId}");

    /// <summary>Gets what a load of this job depends on.</summary>
    public LoadFence Fence => new(JobId, LeaseEpoch);

    /// <summary>Returns the job after its report was loaded.</summary>
    /// <param name="result">What the load did.</param>
    /// <param name="now">The time.</param>
    public ReportJob AfterLoad(LoadResult result, DateTimeOffset now)
    {
        ReportJobOutcome outcome = ReportJobOutcome.Of(result, now);
        return this with { State = outcome.State, RemovalDigest = outcome.RemovalDigest, DueAt = outcome.DueAt, Error = null };
    }
}
