namespace PpcAds.Sdk.CatalogueGenerator;

/// <summary>A report type as the JSON has it.</summary>
internal sealed record ReportTypeSource
{
    public required string Id { get; init; }

    public required string AdProduct { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<string> TimeUnits { get; init; }

    public required IReadOnlyList<string> Formats { get; init; }

    public required int MaxDateRangeDays { get; init; }

    /// <summary>The time units whose requests may span another number of days.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> MaxDateRangeDaysByTimeUnit { get; init; }

    public required int RetentionDays { get; init; }

    public required IReadOnlyList<ColumnSource> Columns { get; init; }

    public required IReadOnlyList<GroupBySource> GroupBys { get; init; }

    public required IReadOnlyList<FilterSource> ExampleFilters { get; init; }

    /// <summary>Columns that a grouping adds, and that go with any other all the same.</summary>
    public required IReadOnlyList<string> AlsoWithAnyGroupBy { get; init; }

    /// <summary>Whether the type's page names different groupings in its table and in its sections.</summary>
    public required bool HasDisputedGroupBys { get; init; }
}
