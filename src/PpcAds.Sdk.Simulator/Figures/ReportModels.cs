using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Figures;

/// <summary>The ad products that have a model behind their reports; those of the others are made up.</summary>
internal static class ReportModels
{
    private static readonly IReportModel[] All =
        [new SponsoredProductsModel(), new SponsoredBrandsModel(), new SponsoredDisplayModel()];

    public static IReportModel? Find(string reportTypeId) => All.FirstOrDefault(model => model.Knows(reportTypeId));

    /// <summary>The rows of the whole range, one for each entity.</summary>
    public static IEnumerable<FigureRow> Summary(
        this IReportModel model,
        SimulatedProfile profile,
        string reportTypeId,
        IReadOnlyList<string> groupBy,
        DateOnly start,
        DateOnly end,
        DateOnly seenOn) =>
        model.Daily(profile, reportTypeId, groupBy, start, end, seenOn)
            .GroupBy(row => row.Key)
            .Select(rows => rows.First() with { Date = null, Metrics = Metrics.Sum(rows.Select(row => row.Metrics)) });
}
