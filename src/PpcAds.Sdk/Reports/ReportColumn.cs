namespace PpcAds.Sdk.Reports;

/// <summary>One column of a report type. Amazon Ads reporting v3: tables of the report type's page.</summary>
public sealed class ReportColumn
{
    internal ReportColumn(string name, ReportColumnKind kind, bool isDocumented)
    {
        Name = name;
        Kind = kind;
        IsDocumented = isDocumented;
    }

    internal static ReportColumn Integer(string name, bool isDocumented = true) =>
        new(name, ReportColumnKind.Integer, isDocumented);

    internal static ReportColumn Decimal(string name, bool isDocumented = true) =>
        new(name, ReportColumnKind.Decimal, isDocumented);

    internal static ReportColumn Text(string name, bool isDocumented = true) => new(name, ReportColumnKind.Text, isDocumented);

    internal static ReportColumn Date(string name, bool isDocumented = true) => new(name, ReportColumnKind.Date, isDocumented);

    internal static ReportColumn Unknown(string name, bool isDocumented = true) =>
        new(name, ReportColumnKind.Unknown, isDocumented);

    /// <summary>The name, as requested and as it stands in the rows. Case counts.</summary>
    public string Name { get; }

    /// <summary>What the column holds.</summary>
    public ReportColumnKind Kind { get; }

    /// <summary>
    /// Whether the report type's page lists the column. If not, only a request example of the OpenAPI file names it: often an
    /// older name, so that the documented one is the better first try (<c>searchTerm</c> rather than <c>query</c>).
    /// </summary>
    public bool IsDocumented { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
