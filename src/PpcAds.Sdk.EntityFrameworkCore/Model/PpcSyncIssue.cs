namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>A row of <c>ppc_sync_issues</c>.</summary>
public class PpcSyncIssue
{
    /// <summary>The number, made by the database.</summary>
    public long IssueId { get; set; }

    /// <summary>The account.</summary>
    public long AccountId { get; set; }

    /// <summary>The profile, if it is about one.</summary>
    public long? ProfileId { get; set; }

    /// <summary>The step.</summary>
    public string Step { get; set; } = "";

    /// <summary>Amazon's id of the report, if it is about one.</summary>
    public string? ReportId { get; set; }

    /// <summary>One of few texts.</summary>
    public string Reason { get; set; } = "";

    /// <summary>What exactly.</summary>
    public string Details { get; set; } = "";

    /// <summary>How many things the issue stands for.</summary>
    public long Count { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }
}
