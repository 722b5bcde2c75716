namespace PpcAds.Sdk.Reports;

#pragma warning disable CA1720 // The members are named after what a cell holds.

/// <summary>What stands in one cell of a <see cref="ReportBatch"/>.</summary>
public enum ReportCellKind
{
    /// <summary>The row does not carry the column.</summary>
    Missing = 0,

    /// <summary>JSON <c>null</c>.</summary>
    Null = 1,

    /// <summary>A number without fraction or exponent that fits into 64 bits with sign.</summary>
    Integer = 2,

    /// <summary>A number that is a whole count of millionths and fits into 64 bits as such.</summary>
    Decimal = 3,

    /// <summary>Any other number: more than six decimals, or out of range. Its text is kept as it stood.</summary>
    Number = 4,

    /// <summary>Text.</summary>
    Text = 5,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean = 6,

    /// <summary>A nested object or array, which no report documents. Its JSON is kept as it stood.</summary>
    Json = 7,
}
