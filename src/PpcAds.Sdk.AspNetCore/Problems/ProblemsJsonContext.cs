using System.Text.Json.Serialization;

namespace PpcAds.Sdk.AspNetCore.Problems;

/// <summary>The JSON of problems, whatever the host has set for its own JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    MaxDepth = 8)]
[JsonSerializable(typeof(ProblemBody))]
internal sealed partial class ProblemsJsonContext : JsonSerializerContext;
