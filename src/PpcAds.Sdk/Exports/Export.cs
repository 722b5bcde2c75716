namespace PpcAds.Sdk.Exports;

/// <summary>A requested export, without its presigned link, which is a secret. Amazon Ads exports v1.</summary>
public sealed record Export
{
    /// <summary>The id. There is no list of exports: keep it, and the kind.</summary>
    public required string ExportId { get; init; }

    /// <summary>What it holds.</summary>
    public required ExportKind Kind { get; init; }

    /// <summary>How far it is.</summary>
    public required ExportStatus Status { get; init; }

    /// <summary>When it was requested.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was made. Its file can be had for 24 hours from then.</summary>
    public DateTimeOffset? GeneratedAt { get; init; }

    /// <summary>The size of the file in bytes, if Amazon says it.</summary>
    public long? FileSize { get; init; }

    /// <summary>Amazon's code when it failed: <c>INTERNAL_ERROR</c>, <c>TIMED_OUT</c>.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Why it failed, in Amazon's words.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>The presigned link. Internal, so that no record's text, log or trace can show it.</summary>
    internal string? Url { get; init; }

    /// <summary>Whether nothing more will change.</summary>
    internal bool IsFinished => Status == ExportStatus.Completed || Status == ExportStatus.Failed;
}
