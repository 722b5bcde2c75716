using System.Text.Json.Serialization;
using PpcAds.Sdk.AspNetCore.Endpoints;

namespace PpcAds.Sdk.AspNetCore.Ingestion;

/// <summary>The JSON of the endpoints of the ingestion, whatever the host has set for its own JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    MaxDepth = 8)]
[JsonSerializable(typeof(EmptyBody))]
[JsonSerializable(typeof(SyncBody))]
[JsonSerializable(typeof(RunResponse))]
[JsonSerializable(typeof(RunProgressResponse))]
[JsonSerializable(typeof(PageResponse<RunResponse>))]
internal sealed partial class IngestionJsonContext : JsonSerializerContext;
