namespace PpcAds.Sdk.Reports;

/// <summary>
/// Every report type of Amazon Ads reporting v3 with its groupings, columns and limits, as Amazon's guides of September 2025 and
/// OpenAPI file of December 2025 give them, with what its pages added until September 2026. What Amazon adds later can still be
/// requested: <see cref="ReportRequest.AllowUnlisted"/>.
/// </summary>
/// <remarks>A type that is known when the code is written is nearer by: <see cref="ReportTypes"/>.</remarks>
public sealed class ReportCatalogue
{
    // Most callers request a few types, and all of them are a thousand objects.
    private readonly Lazy<IReadOnlyList<ReportType>> _types = new(
        () => [.. ReportTypes.Ids().Select(id => ReportTypes.Find(id)!)]);

    private readonly Func<string, ReportType?> _find = ReportTypes.Find;

    private ReportCatalogue()
    {
    }

    /// <summary>The catalogue that ships with this package; immutable. A type is created when it is first requested.</summary>
    public static ReportCatalogue Default { get; } = new();

    /// <summary>The report types, ordered by id.</summary>
    public IReadOnlyList<ReportType> Types => _types.Value;

    /// <summary>Finds a report type.</summary>
    /// <param name="reportTypeId">The id, such as <see cref="ReportTypes.SpCampaigns.Id"/>. Case counts.</param>
    /// <returns>The type, or <see langword="null"/> when the catalogue has none of that id.</returns>
    public ReportType? Find(string reportTypeId)
    {
        ArgumentNullException.ThrowIfNull(reportTypeId);
        return _find(reportTypeId);
    }
}
