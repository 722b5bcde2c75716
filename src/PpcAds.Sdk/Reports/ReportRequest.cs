namespace PpcAds.Sdk.Reports;

/// <summary>
/// What to ask Amazon for: one report. It is checked against <see cref="ReportCatalogue"/> before anything is sent. Amazon Ads
/// reporting v3: <c>CreateAsyncReportRequest</c>.
/// </summary>
/// <remarks>Lists are copied. Two requests are equal when all members are, lists in the same order.</remarks>
public sealed record ReportRequest
{
    /// <summary>The report type, such as <see cref="ReportTypes.SpCampaigns.Id"/>.</summary>
    public required string ReportTypeId { get; init; }

    /// <summary>The groupings; at least one. Which ones there are: <see cref="ReportType.GroupBys"/>.</summary>
    public required IReadOnlyList<string> GroupBy
    {
        get;
        init => field = Copy(value, nameof(GroupBy));
    }

    /// <summary>The columns; at least one. Amazon makes a report with few columns faster.</summary>
    public required IReadOnlyList<string> Columns
    {
        get;
        init => field = Copy(value, nameof(Columns));
    }

    /// <summary>The first day, in the profile's time zone.</summary>
    public required DateOnly StartDate { get; init; }

    /// <summary>The last day, inclusive, in the profile's time zone. It must lie before today: today is not over.</summary>
    public required DateOnly EndDate { get; init; }

    /// <summary>One row per day and entity, or one per entity. Default: <see cref="ReportTimeUnit.Daily"/>.</summary>
    public ReportTimeUnit TimeUnit { get; init; } = ReportTimeUnit.Daily;

    /// <summary>The filters; each must work with every grouping. Default: none.</summary>
    public IReadOnlyList<ReportFilter> Filters
    {
        get;
        init => field = Copy(value, nameof(Filters));
    }
    = [];

    /// <summary>A display name, kept by Amazon. Default: none.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// The ad product, such as <c>SPONSORED_PRODUCTS</c>. Default: the report type's. Needed only for a type that the catalogue
    /// does not know.
    /// </summary>
    public string? AdProduct { get; init; }

    /// <summary>The file format. Default: <c>GZIP_JSON</c>, the only one that this SDK reads rows from.</summary>
    public string Format { get; init; } = "GZIP_JSON";

    /// <summary>
    /// Whether the request is sent whatever <see cref="ReportCatalogue"/> says about names, values, dates and limits: for what
    /// Amazon added or changed after this release. Only what makes no sense at all is refused even so: empty lists and names,
    /// names that stand in a list twice, a first day after the last, no <see cref="AdProduct"/> for an unknown type. Default: no.
    /// </summary>
    public bool AllowUnlisted { get; init; }

    /// <inheritdoc/>
    public bool Equals(ReportRequest? other) =>
        other is not null
        && ReportTypeId == other.ReportTypeId
        && (StartDate, EndDate, TimeUnit) == (other.StartDate, other.EndDate, other.TimeUnit)
        && (Name, AdProduct, Format, AllowUnlisted) == (other.Name, other.AdProduct, other.Format, other.AllowUnlisted)
        && GroupBy.SequenceEqual(other.GroupBy, StringComparer.Ordinal)
        && Columns.SequenceEqual(other.Columns, StringComparer.Ordinal)
        && Filters.SequenceEqual(other.Filters);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = new();
        hash.Add(ReportTypeId, StringComparer.Ordinal);
        hash.Add(StartDate);
        hash.Add(EndDate);
        hash.Add(TimeUnit);
        foreach (string name in GroupBy.Concat(Columns))
        {
            hash.Add(name, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    private static T[] Copy<T>(IReadOnlyList<T> list, string name)
    {
        ArgumentNullException.ThrowIfNull(list, name);
        return [.. list];
    }
}
