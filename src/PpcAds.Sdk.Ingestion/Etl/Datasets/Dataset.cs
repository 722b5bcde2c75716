using System.Collections.Frozen;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl;

/// <summary>
/// A report that loads into <c>performance_records</c>: one report type with exactly these groupings and columns, daily,
/// unfiltered. Any other report is streamed to the caller.
/// </summary>
public sealed class Dataset
{
    internal const string TopOfSearchImpressionShareColumn = "topOfSearchImpressionShare";

    private readonly FrozenDictionary<PerformanceMetric, Func<int, string>> _metrics;

    internal Dataset(DatasetDefinition definition)
    {
        Id = definition.Id;
        Grain = definition.Grain;
        Definition = definition;
        ReportType = ReportCatalogue.Default.Find(definition.ReportTypeId)
            ?? throw new InvalidOperationException($"The catalogue has no report type {definition.ReportTypeId}.");
        GroupBy = definition.GroupBy;
        Columns = definition.Columns;
        _metrics = definition.Metrics.ToFrozenDictionary();
        Metrics = [.. PerformanceMetrics.All.Where(_metrics.ContainsKey)];
    }

    /// <summary>The name, such as <c>sp.campaign</c>.</summary>
    public string Id { get; }

    /// <summary>What one row is about.</summary>
    public DatasetGrain Grain { get; }

    /// <summary>The report type, with its limits.</summary>
    public ReportType ReportType { get; }

    /// <summary>The ad product, such as <c>SPONSORED_PRODUCTS</c>.</summary>
    public string AdProduct => ReportType.AdProduct;

    /// <summary>The groupings that are requested.</summary>
    public IReadOnlyList<string> GroupBy { get; }

    /// <summary>The columns that are requested.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>
    /// The metrics that the dataset reports. The others are null in its rows; a reported one that a row leaves out is 0.
    /// </summary>
    public IReadOnlyList<PerformanceMetric> Metrics { get; }

    /// <summary>
    /// Whether rows have a top-of-search impression share: <see cref="Reading.PerformanceRecord.TopOfSearchImpressionShare"/>.
    /// </summary>
    public bool HasTopOfSearchImpressionShare => Columns.Contains(TopOfSearchImpressionShareColumn);

    internal DatasetDefinition Definition { get; }

    /// <summary>
    /// The report column that a metric comes from, or <see langword="null"/> when the dataset does not report it.
    /// </summary>
    /// <param name="metric">The metric.</param>
    /// <param name="attributionDays">The window of the headline metrics, see <see cref="AttributionDaysFor"/>.</param>
    public string? ColumnOf(PerformanceMetric metric, int attributionDays) =>
        _metrics.GetValueOrDefault(metric)?.Invoke(attributionDays);

    /// <summary>
    /// The days after the click (or view) within which sales count as headline. Amazon Ads: Sponsored Products 7 for sellers, 14
    /// for vendors; Sponsored Brands and Display 14.
    /// </summary>
    public int AttributionDaysFor(Profiles.ProfileType? profileType) => Definition.AttributionDays(profileType);

    /// <summary>The report request of some days.</summary>
    /// <param name="startDate">The first day, in the profile's time zone.</param>
    /// <param name="endDate">The last day, inclusive.</param>
    public ReportRequest ToRequest(DateOnly startDate, DateOnly endDate) => new()
    {
        ReportTypeId = ReportType.Id,
        GroupBy = GroupBy,
        Columns = Columns,
        StartDate = startDate,
        EndDate = endDate,
        Name = Id,
    };

    /// <summary>The name.</summary>
    public override string ToString() => Id;
}
