namespace PpcAds.Sdk.Reports;

/// <summary>A filter that a grouping supports. Amazon Ads reporting v3: "Filters" of the report type's page.</summary>
public sealed class ReportGroupByFilter
{
    internal ReportGroupByFilter(string field, IReadOnlyList<string> values)
    {
        Field = field;
        Values = values;
    }

    /// <summary>The field to filter by.</summary>
    public string Field { get; }

    /// <summary>The values that Amazon lists; empty when any value goes, such as an advertiser's id.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>The field.</summary>
    public override string ToString() => Field;
}
