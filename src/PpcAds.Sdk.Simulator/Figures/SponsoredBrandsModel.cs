using PpcAds.Sdk.Simulator.Model;
using PpcAds.Sdk.Simulator.Reports;

namespace PpcAds.Sdk.Simulator.Figures;

internal sealed class SponsoredBrandsModel : IReportModel
{
    public bool Knows(string reportTypeId) => SponsoredBrandsFigures.Knows(reportTypeId);

    public IEnumerable<FigureRow> Daily(
        SimulatedProfile profile,
        string reportTypeId,
        IReadOnlyList<string> groupBy,
        DateOnly start,
        DateOnly end,
        DateOnly seenOn) =>
        SponsoredBrandsFigures.Daily(profile, reportTypeId, groupBy, start, end, seenOn);

    public Func<string, FigureRow, object?> ValuesOf(SimulatedReport report) => new SponsoredBrandsColumnValues(report).Of;

    public object? FigureOf(string column, Metrics metrics, CatalogueType type, Marketplace marketplace) =>
        SponsoredBrandsColumnValues.Figure(column, metrics, type, marketplace);
}
