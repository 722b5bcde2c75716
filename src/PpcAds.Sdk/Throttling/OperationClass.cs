namespace PpcAds.Sdk.Throttling;

/// <summary>Groups of operations that Amazon limits apart: a throttled one says nothing about the others.</summary>
public enum OperationClass
{
    /// <summary>Lists of entities, profiles among them.</summary>
    Lists,

    /// <summary>Creation and cancellation of reports; its limits move slowly.</summary>
    ReportCreation,

    /// <summary>Looking at a report's status.</summary>
    ReportPolling,

    /// <summary>Downloads of finished reports.</summary>
    Downloads,
}
