using System.Text.Json.Serialization;
using PpcAds.Sdk.AspNetCore.Endpoints;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>The JSON of the endpoints that read, whatever the host has set for its own JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    MaxDepth = 8)]
[JsonSerializable(typeof(PageResponse<ProfileResponse>))]
[JsonSerializable(typeof(PageResponse<CampaignResponse>))]
[JsonSerializable(typeof(PageResponse<KeywordResponse>))]
[JsonSerializable(typeof(PerformancePageResponse))]
[JsonSerializable(typeof(PageResponse<ReportJobResponse>))]
[JsonSerializable(typeof(PageResponse<FreshnessResponse>))]
internal sealed partial class ReadingJsonContext : JsonSerializerContext;
