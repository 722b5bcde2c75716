using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.Exports;

/// <summary>How far an export is. Every value but <see cref="Completed"/> and <see cref="Failed"/> is waited on: Amazon's file and its guide name the running state differently. Open: a value that Amazon adds later is kept as text.</summary>
/// <param name="Value">The name as Amazon writes it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<ExportStatus>))]
public readonly record struct ExportStatus(string Value) : IOpenEnum<ExportStatus>
{
    /// <summary>The name as Amazon writes it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>Being made.</summary>
    public static readonly ExportStatus Processing = new("PROCESSING");

    /// <summary>Ready for download.</summary>
    public static readonly ExportStatus Completed = new("COMPLETED");

    /// <summary>Given up by Amazon.</summary>
    public static readonly ExportStatus Failed = new("FAILED");

    static ExportStatus IOpenEnum<ExportStatus>.FromText(string value) => new(value);

    /// <summary>The name as Amazon writes it.</summary>
    public override string ToString() => Value;
}
