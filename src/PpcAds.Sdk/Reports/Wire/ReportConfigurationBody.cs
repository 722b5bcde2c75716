namespace PpcAds.Sdk.Reports.Wire;

/// <summary>Amazon's shape of what a report holds, sent and repeated in each answer.</summary>
internal sealed record ReportConfigurationBody
{
    public required string AdProduct { get; init; }

    public required string ReportTypeId { get; init; }

    public required IReadOnlyList<string> GroupBy { get; init; }

    public required IReadOnlyList<string> Columns { get; init; }

    public required ReportTimeUnit TimeUnit { get; init; }

    public required string Format { get; init; }

    public IReadOnlyList<ReportFilterBody?>? Filters { get; init; }
}
