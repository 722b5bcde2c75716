using System.Collections.Frozen;

namespace PpcAds.Sdk.Reports;

/// <summary>
/// Every report type of Amazon Ads reporting v3 with its groupings, columns and limits, as Amazon's guides of September 2025 and
/// OpenAPI file of December 2025 give them. What Amazon adds later can still be requested: <see cref="ReportRequest.AllowUnlisted"/>.
/// </summary>
public sealed class ReportCatalogue
{
    private static readonly Lazy<ReportCatalogue> Lazily = new(ReportCatalogueParser.ParseEmbedded);

    private readonly FrozenDictionary<string, ReportType> _typesById;

    internal ReportCatalogue(IReadOnlyList<ReportType> types)
    {
        Types = types;
        _typesById = types.ToFrozenDictionary(type => type.Id, StringComparer.Ordinal);
    }

    /// <summary>The catalogue that ships with this package; parsed when first asked for, immutable.</summary>
    public static ReportCatalogue Default => Lazily.Value;

    /// <summary>The report types, ordered by id.</summary>
    public IReadOnlyList<ReportType> Types { get; }

    /// <summary>Finds a report type.</summary>
    /// <param name="reportTypeId">The id, such as <see cref="ReportTypeIds.SpCampaigns"/>. Case counts.</param>
    /// <returns>The type, or <see langword="null"/> when the catalogue has none of that id.</returns>
    public ReportType? Find(string reportTypeId) => _typesById.GetValueOrDefault(reportTypeId);
}
