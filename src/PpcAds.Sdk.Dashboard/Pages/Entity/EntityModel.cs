using System.ComponentModel;
using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Dashboard.Components.Charts;
using PpcAds.Sdk.Dashboard.Data;
using PpcAds.Sdk.Dashboard.Pages.Tables;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Pages.Entity;

/// <summary>One campaign, ad group, keyword, search term, placement or product.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record EntityModel
{
    /// <summary>Gets what it is.</summary>
    public required TableGrain Grain { get; init; }

    /// <summary>Gets what the figures are of; its address is that of this page.</summary>
    public required Scope Scope { get; init; }

    /// <summary>Gets the row.</summary>
    public required PerformanceTableRow Row { get; init; }

    /// <summary>Gets the days of the period that are loaded.</summary>
    public required IReadOnlyList<PerformanceDaySums> Days { get; init; }

    /// <summary>Gets those of the period before.</summary>
    public IReadOnlyList<PerformanceDaySums> Before { get; init; } = [];

    /// <summary>Gets the chart; <see langword="null"/> if no day is loaded.</summary>
    public DayChartModel? Chart { get; init; }

    /// <summary>Gets the way down to it.</summary>
    public required IReadOnlyList<Crumb> Crumbs { get; init; }

    /// <summary>Gets what it is made of, the largest by spend.</summary>
    public IReadOnlyList<EntityPart> Parts { get; init; } = [];

    /// <summary>Gets for how many days after the click orders of it count.</summary>
    public required int AttributionDays { get; init; }

    /// <summary>Gets the first day whose sales still fill in.</summary>
    public DateOnly FillsFrom => Scope.Yesterday.AddDays(1 - AttributionDays);

    /// <summary>Gets a value that indicates whether sales of the period still fill in.</summary>
    public bool Fills => Scope.Period.To >= FillsFrom;
}
