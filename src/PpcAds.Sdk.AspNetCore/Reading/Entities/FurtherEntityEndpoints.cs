using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PpcAds.Sdk.AspNetCore.Endpoints;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>Portfolios, ad groups, targets, ads and negatives as they are stored.</summary>
internal static class FurtherEntityEndpoints
{
    private const string Of = """
        "account_id":"42","profile_id":"1001"
        """;

    private const string In = $"""
        {Of},"campaign_id":"5001","ad_group_id":"6001"
        """;

    private const string Changed = """
        "changed_at":"2026-03-15T12:00:00+00:00"
        """;

    private const string AdGroups = $$"""
        {"items":[{{{In}},"ad_product":"SPONSORED_PRODUCTS","name":"Shoes","state":"ENABLED","default_bid":"0.5",
        "performance":{{EntityEndpoints.Performance}},{{Changed}}}],"next":null}
        """;

    private const string Targets = $$"""
        {"items":[{{{In}},"target_id":"8001","ad_product":"SPONSORED_PRODUCTS","target_kind":"product",
        "expression_type":"MANUAL","expression":"[{\"type\":\"ASIN_SAME_AS\",\"value\":\"B00EXAMPLE\"}]",
        "resolved_expression":null,"state":"ENABLED","bid":"0.75","performance":{{EntityEndpoints.Performance}},{{Changed}}}],
        "next":null}
        """;

    private const string Ads = $$"""
        {"items":[{{{In}},"ad_id":"9001","ad_product":"SPONSORED_PRODUCTS","name":null,"state":"ENABLED","ad_type":null,
        "asin":"B00EXAMPLE","sku":"SHOE-1","landing_page_url":null,{{Changed}}}],"next":null}
        """;

    private const string Portfolios = $$"""
        {"items":[{{{Of}},"portfolio_id":"3001","name":"Summer","state":"ENABLED","in_budget":true,"budget":"1000",
        "budget_currency":"USD","budget_policy":"dateRange","start_date":"2026-03-01","end_date":"2026-03-31",{{Changed}}}],
        "next":null}
        """;

    private const string NegativeKeywords = $$"""
        {"items":[{{{Of}},"campaign_id":"5001","ad_group_id":null,"keyword_id":"7101","ad_product":"SPONSORED_PRODUCTS",
        "keyword_text":"free","match_type":"NEGATIVE_PHRASE","state":"ENABLED",{{Changed}}}],"next":null}
        """;

    private const string NegativeTargets = $$"""
        {"items":[{{{In}},"target_id":"8101","ad_product":"SPONSORED_PRODUCTS",
        "expression":"[{\"type\":\"ASIN_SAME_AS\",\"value\":\"B00EXAMPLE\"}]",
        "resolved_expression":null,
        "state":"ENABLED",{{Changed}}}],"next":null}
        """;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/portfolios", ListPortfoliosAsync).WithTags("reading")
            .Describe("ListPortfolios", "Lists portfolios by profile and id.")
            .Answering<PageResponse<PortfolioResponse>>(StatusCodes.Status200OK, Portfolios)
            .Failing(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        group.MapGet("/ad-groups", ListAdGroupsAsync).WithTags("reading")
            .Describe("ListAdGroups", "Lists ad groups by profile and id, with their sums.")
            .Answering<PageResponse<AdGroupResponse>>(StatusCodes.Status200OK, AdGroups)
            .Failing(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        group.MapGet("/targets", ListTargetsAsync).WithTags("reading")
            .Describe("ListTargets", "Lists targets other than keywords by profile and id, with their sums.")
            .Answering<PageResponse<TargetResponse>>(StatusCodes.Status200OK, Targets)
            .Failing(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        group.MapGet("/ads", ListAdsAsync).WithTags("reading")
            .Describe("ListAds", "Lists ads by profile and id.")
            .Answering<PageResponse<AdResponse>>(StatusCodes.Status200OK, Ads)
            .Failing(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        group.MapGet("/negative-keywords", ListNegativeKeywordsAsync).WithTags("reading")
            .Describe("ListNegativeKeywords", "Lists negative keywords by profile and id, those of campaigns too.")
            .Answering<PageResponse<NegativeKeywordResponse>>(StatusCodes.Status200OK, NegativeKeywords)
            .Failing(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        group.MapGet("/negative-targets", ListNegativeTargetsAsync).WithTags("reading")
            .Describe("ListNegativeTargets", "Lists negative targets by profile and id, those of campaigns too.")
            .Answering<PageResponse<NegativeTargetResponse>>(StatusCodes.Status200OK, NegativeTargets)
            .Failing(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
    }

    private static Task<IResult> ListPortfoliosAsync(
        HttpContext context, [AsParameters] AccountParameters parameters, [FromServices] IPpcAdsReader reader) =>
        ListAsync<PortfolioRecord, PortfolioResponse>(
            context, reader, PortfolioResponse.Of, ReadingJsonContext.Default.PageResponsePortfolioResponse);

    private static Task<IResult> ListAdGroupsAsync(
        HttpContext context, [AsParameters] CampaignParameters parameters, [FromServices] IPpcAdsReader reader) =>
        ListAsync<AdGroupRecord, AdGroupResponse>(
            context, reader, AdGroupResponse.Of, ReadingJsonContext.Default.PageResponseAdGroupResponse);

    private static Task<IResult> ListTargetsAsync(
        HttpContext context, [AsParameters] CampaignParameters parameters, [FromServices] IPpcAdsReader reader) =>
        ListAsync<TargetRecord, TargetResponse>(
            context, reader, TargetResponse.Of, ReadingJsonContext.Default.PageResponseTargetResponse);

    private static Task<IResult> ListAdsAsync(
        HttpContext context, [AsParameters] CampaignParameters parameters, [FromServices] IPpcAdsReader reader) =>
        ListAsync<AdRecord, AdResponse>(context, reader, AdResponse.Of, ReadingJsonContext.Default.PageResponseAdResponse);

    private static Task<IResult> ListNegativeKeywordsAsync(
        HttpContext context, [AsParameters] CampaignParameters parameters, [FromServices] IPpcAdsReader reader) =>
        ListAsync<NegativeKeywordRecord, NegativeKeywordResponse>(
            context, reader, NegativeKeywordResponse.Of, ReadingJsonContext.Default.PageResponseNegativeKeywordResponse);

    private static Task<IResult> ListNegativeTargetsAsync(
        HttpContext context, [AsParameters] CampaignParameters parameters, [FromServices] IPpcAdsReader reader) =>
        ListAsync<NegativeTargetRecord, NegativeTargetResponse>(
            context, reader, NegativeTargetResponse.Of, ReadingJsonContext.Default.PageResponseNegativeTargetResponse);

    private static async Task<IResult> ListAsync<T, TResponse>(
        HttpContext context,
        IPpcAdsReader reader,
        Func<StoredEntity<T>, TResponse> map,
        JsonTypeInfo<PageResponse<TResponse>> json)
        where T : class, IEntityRecord<T>
    {
        (EntityQuery query, PageRequest page) = await EntityEndpoints
            .ReadAsync(context, T.Table.CampaignColumn is not null).ConfigureAwait(false);
        ReadPage<StoredEntity<T>> found = await reader.ListEntitiesAsync<T>(query, page, context.RequestAborted)
            .ConfigureAwait(false);
        return EndpointConventions.Answer(PageResponse<TResponse>.Of(found, map), json);
    }
}
