using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.Exports;

/// <summary>
/// How far an export is. Amazon's file and its guide name the running state differently: both names are waited on. Open: a value
/// that Amazon adds later is kept as text, and waited on for a few polls only.
/// </summary>
/// <param name="Value">The name as Amazon writes it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<ExportStatus>))]
public readonly record struct ExportStatus(string Value) : IOpenEnum<ExportStatus>
{
    /// <summary>The name as Amazon writes it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>Being made.</summary>
    public static readonly ExportStatus Processing = new("PROCESSING");

    /// <summary>Being made, as Amazon's guide names it.</summary>
    internal static readonly ExportStatus InProgress = new("IN_PROGRESS");

    /// <summary>Ready for download.</summary>
    public static readonly ExportStatus Completed = new("COMPLETED");

    /// <summary>Given up by Amazon.</summary>
    public static readonly ExportStatus Failed = new("FAILED");

    private static readonly ExportStatus[] All = [new("PENDING"), Processing, InProgress, Completed, Failed];

    /// <summary>Whether this release knows the value, and so knows what follows from it.</summary>
    internal bool IsKnown => All.Contains(this);

    static IReadOnlyList<ExportStatus> IOpenEnum<ExportStatus>.Known => All;

    /// <summary>A known one in other letter case is that one.</summary>
    static ExportStatus IOpenEnum<ExportStatus>.FromText(string value) =>
        Array.Find(All, known => known.Value.Equals(value, StringComparison.OrdinalIgnoreCase)) is { Value.Length: > 0 } known
            ? known
            : new(value);

    /// <summary>The name as Amazon writes it.</summary>
    public override string ToString() => Value;
}
