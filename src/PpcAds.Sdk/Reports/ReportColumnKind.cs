namespace PpcAds.Sdk.Reports;

#pragma warning disable CA1720 // The members are named after Amazon's own column types.

/// <summary>What a report column holds, as Amazon documents it. Amazon Ads reporting v3: columns page of the guides.</summary>
public enum ReportColumnKind
{
    /// <summary>Amazon documents no type, or the column is known from an example only.</summary>
    Unknown = 0,

    /// <summary>
    /// Counts and ids, up to 64 bits. A dimension such as <c>targetingId</c> can still carry text (<c>Unallocated</c>).
    /// </summary>
    Integer = 1,

    /// <summary>Money in the currency of the row, rates and shares.</summary>
    Decimal = 2,

    /// <summary>Names, statuses, codes; also days of DSP reports whose form Amazon leaves open.</summary>
    Text = 3,

    /// <summary>A calendar day in the profile's time zone, written <c>YYYY-MM-DD</c>.</summary>
    Date = 4,
}
