namespace PpcAds.Sdk.Simulator.Reports;

/// <summary>A report type as the catalogue describes it.</summary>
internal sealed record CatalogueType(
    string Id,
    string AdProduct,
    IReadOnlyDictionary<string, CatalogueGroupBy> GroupBys,
    IReadOnlyList<string> TimeUnits,
    int MaxDateRangeDays,
    IReadOnlyDictionary<string, int> MaxDateRangeDaysByTimeUnit,
    IReadOnlySet<string> BaseColumns,
    IReadOnlyDictionary<string, string> ColumnTypes)
{
    /// <summary>The columns that a request with these groupings may name.</summary>
    public IReadOnlySet<string> ColumnsFor(IEnumerable<string> groupBys) =>
        BaseColumns.Concat(groupBys.SelectMany(name => GroupBys[name].AdditionalColumns)).ToHashSet();
}
