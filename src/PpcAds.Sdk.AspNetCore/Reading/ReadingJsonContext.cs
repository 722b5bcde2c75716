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
[JsonSerializable(typeof(PageResponse<AdGroupResponse>))]
[JsonSerializable(typeof(PageResponse<TargetResponse>))]
[JsonSerializable(typeof(PageResponse<AdResponse>))]
[JsonSerializable(typeof(PageResponse<PortfolioResponse>))]
[JsonSerializable(typeof(PageResponse<NegativeKeywordResponse>))]
[JsonSerializable(typeof(PageResponse<NegativeTargetResponse>))]
[JsonSerializable(typeof(PageResponse<IssueResponse>))]
[JsonSerializable(typeof(PerformancePageResponse))]
[JsonSerializable(typeof(PageResponse<ReportJobResponse>))]
[JsonSerializable(typeof(PageResponse<FreshnessResponse>))]
internal sealed partial class ReadingJsonContext : JsonSerializerContext;
