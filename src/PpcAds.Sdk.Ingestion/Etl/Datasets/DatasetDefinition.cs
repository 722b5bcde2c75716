using PpcAds.Sdk.Profiles;

namespace PpcAds.Sdk.Etl;

/// <summary>All that the SDK knows about one dataset; a new one is one more of these.</summary>
internal sealed record DatasetDefinition
{
    public required string Id { get; init; }

    public required string ReportTypeId { get; init; }

    public required DatasetGrain Grain { get; init; }

    public required string[] GroupBy { get; init; }

    public required string[] Columns { get; init; }

    /// <summary>From which column each metric comes, by the days of attribution.</summary>
    public required IReadOnlyDictionary<PerformanceMetric, Func<int, string>> Metrics { get; init; }

    public required Func<ProfileType?, int> AttributionDays { get; init; }

    /// <summary>How a row gets its key and dimensions.</summary>
    public required IRowMapping Mapping { get; init; }
}
