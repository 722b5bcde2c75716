namespace PpcAds.Sdk.Reports;

/// <summary>One grouping of a report type: what it adds to the base columns, and what it can be filtered by.</summary>
public sealed class ReportGroupBy
{
    internal ReportGroupBy(string name, IReadOnlyList<string> additionalColumns, IReadOnlyList<ReportGroupByFilter> filters)
    {
        Name = name;
        AdditionalColumns = additionalColumns;
        Filters = filters;
    }

    /// <summary>The name, such as <c>campaign</c>. Case counts.</summary>
    public string Name { get; }

    /// <summary>Columns that may be requested only with this grouping ("additional metrics" in Amazon's words).</summary>
    public IReadOnlyList<string> AdditionalColumns { get; }

    /// <summary>The filters that work with this grouping.</summary>
    public IReadOnlyList<ReportGroupByFilter> Filters { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
