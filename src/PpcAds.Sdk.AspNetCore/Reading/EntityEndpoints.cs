using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PpcAds.Sdk.AspNetCore.Endpoints;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>Profiles, campaigns and keywords as they are stored.</summary>
internal static class EntityEndpoints
{
    private const string Profiles = """
        {"items":[{"account_id":"42","profile_id":"1001","region":"NA","country_code":"US","currency":"USD","time_zone":"America/Los_Angeles","type":"seller","name":"Acme","marketplace_id":"ATVPDKIKX0DER","is_view_only":false,"last_seen_at":"2026-03-15T12:00:00+00:00","changed_at":"2026-03-15T12:00:00+00:00"}],"next":null}
        """;

    private const string Sums = """
        {"impressions":1200,"clicks":30,"cost":"21.5","sales":"140.2","orders":4,"units":5,"ctr":0.025,"cpc":"0.716667","cvr":0.133333,"acos":0.153352,"roas":6.520930}
        """;

    public const string Performance = $$"""
        {"from":"2026-01-14","as_of":"2026-03-14","currency":"USD","attribution_days":7,"total":{{Sums}},"last_30_days":{{Sums}}}
        """;

    private const string Campaigns = $$"""
        {"items":[{"account_id":"42","profile_id":"1001","campaign_id":"5001","portfolio_id":null,"ad_product":"SPONSORED_PRODUCTS","name":"Shoes","state":"ENABLED","targeting_type":"MANUAL","start_date":"2026-01-01","end_date":null,"budget":"25","budget_type":"DAILY","performance":{{Performance}},"changed_at":"2026-03-15T12:00:00+00:00"}],"next":"1001~5001"}
        """;

    private const string Keywords = $$"""
        {"items":[{"account_id":"42","profile_id":"1001","campaign_id":"5001","ad_group_id":"6001","keyword_id":"7001","ad_product":"SPONSORED_PRODUCTS","keyword_text":"red shoes","match_type":"EXACT","state":"ENABLED","bid":"0.75","performance":{{Performance}},"changed_at":"2026-03-15T12:00:00+00:00"}],"next":null}
        """;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/profiles", ListProfilesAsync).WithTags("reading")
            .Describe("ListProfiles", "Lists an account's profiles by id.")
            .Answering<PageResponse<ProfileResponse>>(StatusCodes.Status200OK, Profiles)
            .Failing(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        group.MapGet("/campaigns", ListCampaignsAsync).WithTags("reading")
            .Describe("ListCampaigns", "Lists campaigns by profile and id, with their sums.")
            .Answering<PageResponse<CampaignResponse>>(StatusCodes.Status200OK, Campaigns)
            .Failing(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        group.MapGet("/keywords", ListKeywordsAsync).WithTags("reading")
            .Describe("ListKeywords", "Lists keywords by profile and id, with their sums.")
            .Answering<PageResponse<KeywordResponse>>(StatusCodes.Status200OK, Keywords)
            .Failing(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListProfilesAsync(
        HttpContext context, [AsParameters] AccountParameters parameters, [FromServices] IPpcAdsReader reader)
    {
        (EntityQuery query, PageRequest page) = await ReadAsync(context, hasCampaign: false).ConfigureAwait(false);
        ReadPage<StoredEntity<ProfileRecord>> found = await reader.ListProfilesAsync(
            query, page, context.RequestAborted).ConfigureAwait(false);
        return EndpointConventions.Answer(
            PageResponse<ProfileResponse>.Of(found, ProfileResponse.Of), ReadingJsonContext.Default.PageResponseProfileResponse);
    }

    private static async Task<IResult> ListCampaignsAsync(
        HttpContext context, [AsParameters] CampaignParameters parameters, [FromServices] IPpcAdsReader reader)
    {
        (EntityQuery query, PageRequest page) = await ReadAsync(context, hasCampaign: true).ConfigureAwait(false);
        ReadPage<StoredEntity<CampaignRecord>> found = await reader.ListCampaignsAsync(
            query, page, context.RequestAborted).ConfigureAwait(false);
        return EndpointConventions.Answer(
            PageResponse<CampaignResponse>.Of(found, CampaignResponse.Of),
            ReadingJsonContext.Default.PageResponseCampaignResponse);
    }

    private static async Task<IResult> ListKeywordsAsync(
        HttpContext context, [AsParameters] CampaignParameters parameters, [FromServices] IPpcAdsReader reader)
    {
        (EntityQuery query, PageRequest page) = await ReadAsync(context, hasCampaign: true).ConfigureAwait(false);
        ReadPage<StoredEntity<KeywordRecord>> found = await reader.ListKeywordsAsync(
            query, page, context.RequestAborted).ConfigureAwait(false);
        return EndpointConventions.Answer(
            PageResponse<KeywordResponse>.Of(found, KeywordResponse.Of), ReadingJsonContext.Default.PageResponseKeywordResponse);
    }

    public static async Task<(EntityQuery Query, PageRequest Page)> ReadAsync(HttpContext context, bool hasCampaign)
    {
        var values = new QueryValues(
            context,
            hasCampaign
                ? [.. PageParameters.Names, "account_id", "profile_id", "campaign_id"]
                : [.. PageParameters.Names, "account_id", "profile_id"]);
        PageRequest page = values.Page();
        long? profile = values.Id("profile_id");
        long? campaign = hasCampaign ? values.Id("campaign_id") : null;
        AccountId account = await values.AccountAsync().ConfigureAwait(false);
        var query = new EntityQuery(account, profile is { } id ? new ProfileId(id) : null)
        {
            CampaignId = campaign is { } campaignId ? new CampaignId(campaignId) : null,
        };
        return (query, page);
    }
}
