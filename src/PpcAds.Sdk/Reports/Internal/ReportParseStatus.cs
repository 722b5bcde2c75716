namespace PpcAds.Sdk.Reports;

/// <summary>Why the parser stopped.</summary>
internal enum ReportParseStatus
{
    /// <summary>What is in memory ends in the middle of a row.</summary>
    NeedsMore,

    /// <summary>The batch has all the rows it may have.</summary>
    BatchFull,

    /// <summary>The array ended.</summary>
    ArrayEnded,
}
