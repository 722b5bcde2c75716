namespace PpcAds.Sdk.Simulator;

/// <summary>What a fault does.</summary>
public enum SimulatorFaultKind
{
    /// <summary>Answers with a status, and with the family's error body or the one given.</summary>
    Status,

    /// <summary>Does the work, then cuts the connection before anything is answered.</summary>
    CloseConnection,

    /// <summary>Answers, but cuts the connection within the body.</summary>
    TruncateBody,

    /// <summary>Answers late, by the simulator's source of time.</summary>
    Delay,

    /// <summary>The created report will fail.</summary>
    ReportFails,

    /// <summary>The created report will lack rows: see <see cref="SimulatorFault.MissingShare"/>.</summary>
    ReportLacksRows,

    /// <summary>The created export will fail.</summary>
    ExportFails,
}
