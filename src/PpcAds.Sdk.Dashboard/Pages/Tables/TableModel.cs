using System.ComponentModel;
using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Dashboard.Data;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Pages.Tables;

/// <summary>A page of a table.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record TableModel
{
    /// <summary>Gets what rows are about.</summary>
    public required TableGrain Grain { get; init; }

    /// <summary>Gets what the figures are of.</summary>
    public required Scope Scope { get; init; }

    /// <summary>Gets the query; <see langword="null"/> while no currency is known.</summary>
    public PerformanceTableQuery? Query { get; init; }

    /// <summary>Gets the rows.</summary>
    public IReadOnlyList<PerformanceTableRow> Rows { get; init; } = [];

    /// <summary>Gets the token of the next page.</summary>
    public string? Next { get; init; }

    /// <summary>Gets the sums of all that matches.</summary>
    public PerformanceTableTotals Totals { get; init; } = new(0, PerformanceSums.Zero, null);

    /// <summary>Gets how many rows there are without filters, if none matches them.</summary>
    public long Unfiltered { get; init; }

    /// <summary>Gets the days of the rows.</summary>
    public IReadOnlyDictionary<PerformanceRowId, IReadOnlyList<PerformanceDaySums>> Days { get; init; } =
        new Dictionary<PerformanceRowId, IReadOnlyList<PerformanceDaySums>>();

    /// <summary>Gets what the table is part of, by name.</summary>
    public IReadOnlyList<Crumb> Crumbs { get; init; } = [];

    /// <summary>Gets the rows of a page.</summary>
    public int Size { get; init; } = 25;

    /// <summary>Gets the number of the first row.</summary>
    public int FirstRow { get; init; } = 1;
}
