using PpcAds.Sdk.Simulator.Model;
using PpcAds.Sdk.Simulator.Reports;

namespace PpcAds.Sdk.Simulator.Figures;

internal sealed class SponsoredProductsModel : IReportModel
{
    public bool Knows(string reportTypeId) => SponsoredProductsFigures.Knows(reportTypeId);

    public IEnumerable<FigureRow> Daily(
        SimulatedProfile profile,
        string reportTypeId,
        IReadOnlyList<string> groupBy,
        DateOnly start,
        DateOnly end,
        DateOnly seenOn) =>
        SponsoredProductsFigures.Daily(profile, reportTypeId, groupBy, start, end, seenOn);

    public Func<string, FigureRow, object?> ValuesOf(SimulatedReport report) => new ColumnValues(report).Of;

    public object? FigureOf(string column, Metrics metrics, CatalogueType type, Marketplace marketplace) =>
        ColumnValues.Figure(column, metrics, type, marketplace);
}
