namespace PpcAds.Sdk.Reports;

/// <summary>
/// One kind of report that Amazon makes: its groupings, columns and limits. Amazon Ads reporting v3: the report type's page.
/// </summary>
public sealed class ReportType
{
    private readonly Dictionary<string, ReportColumn> _columnsByName;
    private readonly Dictionary<string, ReportGroupBy> _groupBysByName;
    private readonly HashSet<string> _anyGroupBy;

    /// <summary>Makes a type.</summary>
    /// <param name="columns">Every column.</param>
    /// <param name="groupBys">The groupings.</param>
    /// <param name="alsoWithAnyGroupBy">Columns that go with any grouping although one names them as its own.</param>
    internal ReportType(
        IReadOnlyList<ReportColumn> columns, IReadOnlyList<ReportGroupBy> groupBys, IReadOnlyList<string> alsoWithAnyGroupBy)
    {
        Columns = columns;
        GroupBys = groupBys;
        _columnsByName = columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        _groupBysByName = groupBys.ToDictionary(groupBy => groupBy.Name, StringComparer.Ordinal);
        _anyGroupBy = new HashSet<string>(_columnsByName.Keys, StringComparer.Ordinal);
        _anyGroupBy.ExceptWith(groupBys.SelectMany(groupBy => groupBy.AdditionalColumns));
        _anyGroupBy.UnionWith(alsoWithAnyGroupBy);
    }

    /// <summary>The <c>reportTypeId</c>, unique over all ad products.</summary>
    public required string Id { get; init; }

    /// <summary>The ad product, such as <c>SPONSORED_PRODUCTS</c>; <c>ALL</c> for reports across products.</summary>
    public required string AdProduct { get; init; }

    /// <summary>The display title.</summary>
    public required string Title { get; init; }

    /// <summary>The supported time units.</summary>
    public required IReadOnlyList<ReportTimeUnit> TimeUnits { get; init; }

    /// <summary>The supported file formats, such as <c>GZIP_JSON</c>.</summary>
    public required IReadOnlyList<string> Formats { get; init; }

    /// <summary>
    /// How many calendar days one request may span, both ends counted. Requests by week or month may span more:
    /// <see cref="GetMaxDateRangeDays"/>.
    /// </summary>
    public required int MaxDateRangeDays { get; init; }

    /// <summary>The time units whose requests may span another number of days.</summary>
    internal IReadOnlyList<(ReportTimeUnit TimeUnit, int Days)> MaxDateRangeDaysByTimeUnit { get; init; } = [];

    /// <summary>How many days before today a request may start.</summary>
    public required int RetentionDays { get; init; }

    /// <summary>The groupings.</summary>
    public IReadOnlyList<ReportGroupBy> GroupBys { get; }

    /// <summary>Every column of the type, with any grouping.</summary>
    public IReadOnlyList<ReportColumn> Columns { get; }

    /// <summary>
    /// Filters known from request examples of the OpenAPI file only. No page says which grouping they go with, so that they are
    /// let through with any.
    /// </summary>
    internal IReadOnlyList<ReportGroupByFilter> ExampleFilters { get; init; } = [];

    /// <summary>
    /// Whether the type's page names different groupings in its table and in its sections. What belongs to which is then open,
    /// and refusing a column or filter by its grouping would refuse what Amazon may accept.
    /// </summary>
    internal bool HasDisputedGroupBys { get; init; }

    /// <summary>Gets how many calendar days one request with a time unit may span, both ends counted.</summary>
    /// <param name="timeUnit">The time unit.</param>
    public int GetMaxDateRangeDays(ReportTimeUnit timeUnit)
    {
        foreach ((ReportTimeUnit unit, int days) in MaxDateRangeDaysByTimeUnit)
        {
            if (unit == timeUnit)
            {
                return days;
            }
        }

        return MaxDateRangeDays;
    }

    /// <summary>Finds a column.</summary>
    /// <returns>The column, or <see langword="null"/> when the type has none of that name. Case counts.</returns>
    public ReportColumn? FindColumn(string name) => _columnsByName.GetValueOrDefault(name);

    /// <summary>Finds a grouping.</summary>
    /// <returns>The grouping, or <see langword="null"/> when the type has none of that name. Case counts.</returns>
    public ReportGroupBy? FindGroupBy(string name) => _groupBysByName.GetValueOrDefault(name);

    /// <summary>
    /// Whether a column may be requested with these groupings: a base column of the type, an additional column of one of the
    /// groupings, or a column that Amazon's own request examples use with this type.
    /// </summary>
    public bool IsColumnAllowed(IReadOnlyList<string> groupBys, string column)
    {
        ArgumentNullException.ThrowIfNull(groupBys);
        ArgumentNullException.ThrowIfNull(column);
        if (_anyGroupBy.Contains(column) || (HasDisputedGroupBys && _columnsByName.ContainsKey(column)))
        {
            return true;
        }

        foreach (string groupBy in groupBys)
        {
            if (FindGroupBy(groupBy) is { } found && found.AdditionalColumns.Contains(column, StringComparer.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The filter that a grouping supports under this name, if it does.</summary>
    internal ReportGroupByFilter? FindFilter(ReportGroupBy groupBy, string field) =>
        groupBy.Filters.Concat(ExampleFilters)
            .Concat(HasDisputedGroupBys ? GroupBys.SelectMany(other => other.Filters) : [])
            .FirstOrDefault(filter => filter.Field == field);

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
