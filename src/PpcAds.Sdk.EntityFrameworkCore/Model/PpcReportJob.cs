using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>A row of <c>ppc_report_jobs</c>.</summary>
public class PpcReportJob
{
    /// <summary>The number, made by the database.</summary>
    public long JobId { get; set; }

    /// <summary>The account.</summary>
    public long AccountId { get; set; }

    /// <summary>The profile.</summary>
    public long ProfileId { get; set; }

    /// <summary>The dataset.</summary>
    public string Dataset { get; set; } = "";

    /// <summary>The first day.</summary>
    public DateOnly StartDate { get; set; }

    /// <summary>The last day, inclusive.</summary>
    public DateOnly EndDate { get; set; }

    /// <summary>Why it was planned.</summary>
    public PlanReason Reason { get; set; }

    /// <summary>How far it is.</summary>
    public ReportJobState State { get; set; }

    /// <summary>Amazon's id of the report.</summary>
    public string? ReportId { get; set; }

    /// <summary>When Amazon took the figures.</summary>
    public DateTimeOffset? GeneratedAt { get; set; }

    /// <summary>When it was planned.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When Amazon was asked.</summary>
    public DateTimeOffset? RequestedAt { get; set; }

    /// <summary>When it is due to be polled again.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>How many reports were requested without success.</summary>
    public int Attempts { get; set; }

    /// <summary>How many steps failed in a row.</summary>
    public int Failures { get; set; }

    /// <summary>The last failure, or why it was given up.</summary>
    public string? Error { get; set; }

    /// <summary>What a suspect report would have removed.</summary>
    public string? RemovalDigest { get; set; }

    /// <summary>Who works on it.</summary>
    public string? LeaseOwner { get; set; }

    /// <summary>Until when others keep off, by the database's clock.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Grows with each claim.</summary>
    public long LeaseEpoch { get; set; }
}
