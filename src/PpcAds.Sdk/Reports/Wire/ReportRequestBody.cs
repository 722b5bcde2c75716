namespace PpcAds.Sdk.Reports.Wire;

internal sealed record ReportRequestBody
{
    public string? Name { get; init; }

    public required DateOnly StartDate { get; init; }

    public required DateOnly EndDate { get; init; }

    public required ReportConfigurationBody Configuration { get; init; }

    public static ReportRequestBody From(ReportRequest request, string adProduct) => new()
    {
        Name = request.Name,
        StartDate = request.StartDate,
        EndDate = request.EndDate,
        Configuration = new ReportConfigurationBody
        {
            AdProduct = adProduct,
            ReportTypeId = request.ReportTypeId,
            GroupBy = request.GroupBy,
            Columns = request.Columns,
            TimeUnit = request.TimeUnit,
            Format = request.Format,
            Filters = request.Filters.Count == 0
                ? null
                : [.. request.Filters.Select(filter => new ReportFilterBody(filter.Field, filter.Values))],
        },
    };
}
