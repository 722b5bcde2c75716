namespace PpcAds.Sdk.Simulator;

/// <summary>
/// Oddities that Amazon shows or may show some day. All are off at first: answers then follow the documentation.
/// </summary>
public sealed class SimulatorQuirks
{
    /// <summary>Ids of entities come as JSON numbers instead of strings.</summary>
    public bool IdsAsNumbers { get; set; }

    /// <summary>Ids in report rows come as strings instead of numbers.</summary>
    public bool ReportIdsAsStrings { get; set; }

    /// <summary>Optional members of entities that have no value come as null instead of being absent.</summary>
    public bool NullOptionalMembers { get; set; }

    /// <summary>Entities and report rows carry members that no documentation knows.</summary>
    public bool ExtraMembers { get; set; }

    /// <summary>
    /// Some enumerated members have values that no documentation knows. A running export is IN_PROGRESS, as Amazon's guide has
    /// it.
    /// </summary>
    public bool UnknownEnumValues { get; set; }

    /// <summary>Rows of exports have their optimization within an array, as one of Amazon's samples shows.</summary>
    public bool OptimizationAsArray { get; set; }

    /// <summary>Lists leave out their total.</summary>
    public bool OmitTotalResults { get; set; }

    /// <summary>Every list has an empty page in the middle of its pages.</summary>
    public bool EmptyPages { get; set; }

    /// <summary>
    /// Media types must be those that are documented, letter for letter: no <c>Accept</c> header, plain JSON from the reporting
    /// API and the <c>.v3+json</c> types of Sponsored Brands are refused, though Amazon was recorded to take them.
    /// </summary>
    public bool StrictMediaTypes { get; set; }

    /// <summary>
    /// <c>application/json</c> is taken as the media type of report requests, and by the lists of Sponsored Brands v4 in both
    /// directions. Other clients send it; no recording shows what Amazon answers.
    /// </summary>
    public bool AcceptsPlainJson { get; set; }

    /// <summary>
    /// Reports may be requested for days that are no longer kept, whatever their type: those days come without rows instead of
    /// the request being refused.
    /// </summary>
    public bool EmptyPastRetention { get; set; }

    /// <summary>The first row of each report stands in it twice.</summary>
    public bool DuplicateRowsInReports { get; set; }

    /// <summary>
    /// Errors of the reporting API carry their code as a number, as Amazon's examples do, though its schema says string.
    /// </summary>
    public bool ReportErrorCodesAsNumbers { get; set; }

    /// <summary>A refresh gives a new refresh token, after which the old one is dead.</summary>
    public bool RotateRefreshToken { get; set; }

    /// <summary>
    /// Reports are filled up with rows of made-up entities to at least this many bytes of JSON, to see that memory stays flat.
    /// </summary>
    public long? InflateReportsToBytes { get; set; }
}
