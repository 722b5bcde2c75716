namespace PpcAds.Sdk.Etl;

/// <summary>Something that a person may want to know about a sync.</summary>
public sealed record SyncIssue
{
    /// <summary>The account.</summary>
    public required AccountId AccountId { get; init; }

    /// <summary>The profile, if it is about one.</summary>
    public ProfileId? ProfileId { get; init; }

    /// <summary>The step, such as <c>keywords</c> or <c>load sp.target</c>.</summary>
    public required string Step { get; init; }

    /// <summary>Amazon's id of the report, if it is about one.</summary>
    public string? ReportId { get; init; }

    /// <summary>One of few texts, such as <c>number malformed</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>What exactly.</summary>
    public required string Details { get; init; }

    /// <summary>How many things the issue stands for.</summary>
    public long Count { get; init; } = 1;

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
