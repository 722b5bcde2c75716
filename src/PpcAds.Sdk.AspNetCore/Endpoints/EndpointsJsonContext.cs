using System.Text.Json.Serialization;
using PpcAds.Sdk.AspNetCore.Accounts;
using PpcAds.Sdk.AspNetCore.Ingestion;
using PpcAds.Sdk.AspNetCore.Problems;
using PpcAds.Sdk.AspNetCore.Reading;

namespace PpcAds.Sdk.AspNetCore.Endpoints;

/// <summary>The endpoints' JSON, whatever the host has set for its own.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    MaxDepth = 8)]
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(AccountBody))]
[JsonSerializable(typeof(AccountChange))]
[JsonSerializable(typeof(AccountResponse))]
[JsonSerializable(typeof(PageResponse<AccountResponse>))]
[JsonSerializable(typeof(CredentialsBody))]
[JsonSerializable(typeof(CredentialsResponse))]
[JsonSerializable(typeof(EmptyBody))]
[JsonSerializable(typeof(SyncBody))]
[JsonSerializable(typeof(RunResponse))]
[JsonSerializable(typeof(RunProgressResponse))]
[JsonSerializable(typeof(PageResponse<RunResponse>))]
[JsonSerializable(typeof(PageResponse<ProfileResponse>))]
[JsonSerializable(typeof(PageResponse<CampaignResponse>))]
[JsonSerializable(typeof(PageResponse<KeywordResponse>))]
[JsonSerializable(typeof(PerformancePageResponse))]
[JsonSerializable(typeof(PageResponse<ReportJobResponse>))]
[JsonSerializable(typeof(PageResponse<FreshnessResponse>))]
internal sealed partial class EndpointsJsonContext : JsonSerializerContext;
