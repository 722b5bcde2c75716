using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Throttling;

/// <summary>How learned rates are written to a file.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LearnedRate[]))]
internal sealed partial class LearnedRateJson : JsonSerializerContext;
