namespace PpcAds.Sdk.Exports;

/// <summary>Which targets to export.</summary>
public sealed record TargetExportRequest : ExportRequest
{
    /// <summary>The types; <see langword="null"/> for all.</summary>
    public IReadOnlyList<ExportedTargetType>? TargetTypes { get; init; }

    /// <summary>Only targets of ad groups, or only those of campaigns; <see langword="null"/> for both.</summary>
    public ExportedTargetLevel? Level { get; init; }

    /// <summary>Only negative targets, or only positive ones; <see langword="null"/> for both.</summary>
    public bool? Negative { get; init; }
}
