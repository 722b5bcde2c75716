namespace PpcAds.Sdk.Throttling;

/// <summary>Groups of operations that Amazon limits apart: a throttled one says nothing about the others.</summary>
public enum OperationClass
{
    /// <summary>Lists of entities, profiles among them.</summary>
    Lists,

    /// <summary>Creation and cancellation of reports; its limits move slowly.</summary>
    ReportCreation,

    /// <summary>Looking at the status of a report or an export.</summary>
    ReportPolling,

    /// <summary>Downloads of finished reports and exports.</summary>
    Downloads,

    /// <summary>Creation of exports; Amazon makes at most 5 of a kind at a time.</summary>
    ExportCreation,
}
