using PpcAds.Sdk.Simulator.Model;
using PpcAds.Sdk.Simulator.Reports;

namespace PpcAds.Sdk.Simulator.Figures;

/// <summary>
/// What the reports of one ad product hold: the rows, from figures that all grains share, and the value of each column.
/// </summary>
internal interface IReportModel
{
    bool Knows(string reportTypeId);

    /// <summary>The rows, day by day in order; only those with activity.</summary>
    IEnumerable<FigureRow> Daily(
        SimulatedProfile profile,
        string reportTypeId,
        IReadOnlyList<string> groupBy,
        DateOnly start,
        DateOnly end,
        DateOnly seenOn);

    /// <summary>What gives the value of a column in a row of a report: long, decimal, string or null.</summary>
    Func<string, FigureRow, object?> ValuesOf(SimulatedReport report);

    /// <summary>The value of a column that counts or sums; of any other column a constant.</summary>
    object? FigureOf(string column, Metrics metrics, CatalogueType type, Marketplace marketplace);
}
