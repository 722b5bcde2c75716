using PpcAds.Sdk.Simulator.Model;
using PpcAds.Sdk.Simulator.Reports;

namespace PpcAds.Sdk.Simulator.Figures;

internal sealed class SponsoredDisplayModel : IReportModel
{
    public bool Knows(string reportTypeId) => SponsoredDisplayFigures.Knows(reportTypeId);

    public IEnumerable<FigureRow> Daily(
        SimulatedProfile profile,
        string reportTypeId,
        IReadOnlyList<string> groupBy,
        DateOnly start,
        DateOnly end,
        DateOnly seenOn) =>
        SponsoredDisplayFigures.Daily(profile, reportTypeId, start, end, seenOn);

    public Func<string, FigureRow, object?> ValuesOf(SimulatedReport report) => new SponsoredDisplayColumnValues(report).Of;

    public object? FigureOf(string column, Metrics metrics, CatalogueType type, Marketplace marketplace) =>
        SponsoredDisplayColumnValues.Figure(column, metrics, type, marketplace);
}
