using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Simulator;

/// <summary>Something that goes wrong on purpose: for which calls, how often, and what.</summary>
public sealed partial record SimulatorFault
{
    /// <summary>What the fault does.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<SimulatorFaultKind>))]
    public SimulatorFaultKind Kind { get; init; }

    /// <summary>
    /// The operation: <c>lwa.token</c>, <c>profiles.list</c>, <c>sp.campaigns.list</c>, <c>sp.adGroups.list</c>,
    /// <c>sp.keywords.list</c>, the same of other lists and products such as <c>sb.ads.list</c>, <c>portfolios.list</c>,
    /// <c>reports.create</c>, <c>reports.get</c>, <c>reports.delete</c>, <c>reports.download</c>,
    /// <c>exports.campaigns.create</c>, <c>exports.adGroups.create</c>, <c>exports.targets.create</c>, <c>exports.ads.create</c>,
    /// <c>exports.get</c>, <c>exports.download</c>; <c>*</c> for all.
    /// </summary>
    public string Operation { get; init; } = "*";

    /// <summary>Only calls for this profile; null for any. Downloads are for none.</summary>
    public long? ProfileId { get; init; }

    /// <summary>
    /// Gets the type of the reports, such as <c>spCampaigns</c>, that a fault of what becomes of a report is for;
    /// <see langword="null"/> for any.
    /// </summary>
    public string? ReportTypeId { get; init; }

    /// <summary>
    /// Gets a day that must be among the days of the report that a fault of what becomes of a report is for;
    /// <see langword="null"/> for any.
    /// </summary>
    public DateOnly? ReportDay { get; init; }

    /// <summary>How many calls pass first.</summary>
    public int Skip { get; init; }

    /// <summary>How many calls are hit then; <see cref="int.MaxValue"/> for all.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The status; 429 and 5xx without a body have the family's own.</summary>
    public int Status { get; init; } = 500;

    /// <summary>The body in place of the family's own; may be empty.</summary>
    public string? Body { get; init; }

    /// <summary>The media type of <see cref="Body"/>.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Whether <see cref="Body"/> is packed with gzip, and the answer's <c>Content-Encoding</c> says so.</summary>
    public bool IsGzipped { get; init; }

    /// <summary>Where a redirect leads; the address that was called if none is given.</summary>
    public string? Location { get; init; }

    /// <summary>Seconds for a <c>Retry-After</c> header.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>Whether <c>Retry-After</c> is a date, by the simulator's clock, instead of seconds.</summary>
    public bool RetryAfterIsDate { get; init; }

    /// <summary>How much of the body arrives before the cut.</summary>
    public long AfterBytes { get; init; }

    /// <summary>How late the answer is.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The code with which an export fails: <c>INTERNAL_ERROR</c> or <c>TIMED_OUT</c>.</summary>
    public string ErrorCode { get; init; } = "INTERNAL_ERROR";

    /// <summary>Why the report or the export fails.</summary>
    public string Reason { get; init; } = "Report generation failed due to an internal error. Please retry.";

    /// <summary>The share of a report's rows that are missing, 0 to 1; the same rows whenever the same share is.</summary>
    public double MissingShare { get; init; }

    /// <summary>The share of a report's rows that are odd, 0 to 1; the same rows whenever the same share is.</summary>
    public double Share { get; init; } = 1;

    /// <summary>The currency of a report's odd rows; <see langword="null"/> for their own in lower case.</summary>
    public string? Currency { get; init; }

    /// <summary>How many items more than came the total of a list counts that ends early.</summary>
    public int MissingItems { get; init; } = 100;

    /// <summary>How the item is odd.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<SimulatorOddity>))]
    public SimulatorOddity Oddity { get; init; }

    /// <summary>Which item of the answer is odd, from 0; nothing happens when there are fewer.</summary>
    public int Index { get; init; }

    /// <summary>
    /// The member of the item that is odd, with points between levels, such as <c>accountInfo.name</c>. By default the id for
    /// oddities of the id, and for the others a text such as the name.
    /// </summary>
    public string? Member { get; init; }

    /// <summary>Members of a JSON answer and the values that they are set to.</summary>
    public IReadOnlyDictionary<string, JsonNode?>? Members { get; init; }

    /// <summary>Members of a JSON answer that are left out.</summary>
    public IReadOnlyList<string>? WithoutMembers { get; init; }
}
