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

    public string? Url { get; init; }

    public DateTimeOffset? UrlExpiresAt { get; init; }

    /// <param name="reportId">
    /// The id that the report was requested by, in place of one that is missing from a lenient reading.
    /// </param>
    public Report ToReport(string? reportId = null)
    {
        ReportConfigurationBody? configuration = Configuration;
        bool isKnown = configuration
            is { ReportTypeId: not null, AdProduct: not null, GroupBy: not null, Columns: not null, Format: not null }
            && StartDate != default && EndDate != default;
        return new Report
        {
            ReportId = string.IsNullOrWhiteSpace(ReportId) ? reportId ?? "" : ReportId,
            Status = Status,
            CreatedAt = CreatedAt,
            UpdatedAt = UpdatedAt,
            GeneratedAt = GeneratedAt,
            FileSize = FileSize is >= 0 and <= long.MaxValue and var size ? (long)size : null,
            FailureReason = FailureReason,
            Url = Url,
            IsRequestKnown = isKnown,
            Request = new ReportRequest
            {
                ReportTypeId = configuration?.ReportTypeId ?? "",
                AdProduct = configuration?.AdProduct,
                GroupBy = [.. (configuration?.GroupBy ?? []).OfType<string>()],
                Columns = [.. (configuration?.Columns ?? []).OfType<string>()],
                StartDate = StartDate,
                EndDate = EndDate,
                TimeUnit = configuration?.TimeUnit ?? default,
                Format = configuration?.Format ?? "",
                Name = Name,
                Filters =
                [
                    .. (configuration?.Filters ?? []).OfType<ReportFilterBody>().Where(filter => filter.Field is not null)
                        .Select(ToFilter),
                ],
            },
        };
    }

    private static ReportFilter ToFilter(ReportFilterBody filter) =>
        new(filter.Field!, [.. (filter.Values ?? []).OfType<string>()]);

    public override string ToString() => $"report {ReportId}, {Status}";
}
