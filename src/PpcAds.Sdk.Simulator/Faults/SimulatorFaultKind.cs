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

    /// <summary>Rows of the created report have no ad group: see <see cref="SimulatorFault.Share"/>.</summary>
    ReportLacksAdGroups,

    /// <summary>
    /// Rows of the created report have an odd currency: see <see cref="SimulatorFault.Currency"/> and
    /// <see cref="SimulatorFault.Share"/>.
    /// </summary>
    ReportCurrency,

    /// <summary>
    /// A list by token goes round between two pages: the first page's token leads to the second, and that of any other page back
    /// to the first.
    /// </summary>
    PagesInCircle,

    /// <summary>
    /// A list by token answers with the same page again and again, each time with a token that was never there before.
    /// </summary>
    PagesRepeat,

    /// <summary>
    /// A list by token has an empty page after each page but the first, each with a token that was never there before.
    /// </summary>
    PagesEmpty,

    /// <summary>
    /// A list by token ends with this page, though its total counts more: see <see cref="SimulatorFault.MissingItems"/>.
    /// </summary>
    ListEndsEarly,

    /// <summary>A list by index begins at the first entity, whatever index is requested.</summary>
    IndexIgnored,

    /// <summary>
    /// One item of a list, of the profiles, of an export's or a report's file is odd: see <see cref="SimulatorFault.Oddity"/>.
    /// The other items stay as they are, byte for byte.
    /// </summary>
    OddItem,

    /// <summary>
    /// Members of a successful JSON answer are set or left out: see <see cref="SimulatorFault.Members"/> and
    /// <see cref="SimulatorFault.WithoutMembers"/>.
    /// </summary>
    SetMembers,

    /// <summary>A byte order mark stands before the JSON, of a file within its packing.</summary>
    ByteOrderMark,

    /// <summary>Answers 206 with the first half of the body.</summary>
    PartialContent,
}
