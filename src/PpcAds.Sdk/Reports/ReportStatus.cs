using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.Reports;

/// <summary>
/// How far a report is. Open: a value that Amazon adds later is kept as text; it is waited on for a few polls only.
/// </summary>
/// <param name="Value">The name as Amazon writes it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<ReportStatus>))]
public readonly record struct ReportStatus(string Value) : IOpenEnum<ReportStatus>
{
    /// <summary>The name as Amazon writes it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>Queued.</summary>
    public static readonly ReportStatus Pending = new("PENDING");

    /// <summary>Being made.</summary>
    public static readonly ReportStatus Processing = new("PROCESSING");

    /// <summary>Ready for download.</summary>
    public static readonly ReportStatus Completed = new("COMPLETED");

    /// <summary>Given up by Amazon.</summary>
    public static readonly ReportStatus Failed = new("FAILED");

    private static readonly ReportStatus[] All = [Pending, Processing, Completed, Failed];

    /// <summary>Whether this release knows the value, and so knows what follows from it.</summary>
    public bool IsKnown => All.Contains(this);

    static IReadOnlyList<ReportStatus> IOpenEnum<ReportStatus>.Known => All;

    /// <summary>A known one in other letter case is that one.</summary>
    static ReportStatus IOpenEnum<ReportStatus>.FromText(string value) =>
        Array.Find(All, known => known.Value.Equals(value, StringComparison.OrdinalIgnoreCase)) is { Value.Length: > 0 } known
            ? known
            : new(value);

    /// <summary>The name as Amazon writes it.</summary>
    public override string ToString() => Value;
}
