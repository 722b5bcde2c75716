namespace PpcAds.Sdk.Reports.Wire;

internal sealed record ReportBody
{
    public required string ReportId { get; init; }

    public required ReportStatus Status { get; init; }

    public required DateOnly StartDate { get; init; }

    public required DateOnly EndDate { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required ReportConfigurationBody Configuration { get; init; }

    public string? Name { get; init; }

    public string? FailureReason { get; init; }

    /// <summary>A JSON number without a format, so perhaps with a fraction.</summary>
    public decimal? FileSize { get; init; }

    public DateTimeOffset? GeneratedAt { get; init; }

    public Uri? Url { get; init; }

    public Report ToReport() => new()
    {
        ReportId = ReportId,
        Status = Status,
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
        GeneratedAt = GeneratedAt,
        FileSize = (long?)FileSize,
        FailureReason = FailureReason,
        Url = Url,
        Request = new ReportRequest
        {
            ReportTypeId = Configuration.ReportTypeId,
            AdProduct = Configuration.AdProduct,
            GroupBy = Configuration.GroupBy,
            Columns = Configuration.Columns,
            StartDate = StartDate,
            EndDate = EndDate,
            TimeUnit = Configuration.TimeUnit,
            Format = Configuration.Format,
            Name = Name,
            Filters = [.. (Configuration.Filters ?? []).Select(filter => new ReportFilter(filter.Field, filter.Values))],
        },
    };

    public override string ToString() => $"report {ReportId}, {Status}";
}
