using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PpcAds.Sdk.Http;
using PpcAds.Sdk.Paging;
using PpcAds.Sdk.SponsoredProducts.Wire;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>The Sponsored Products of one profile. Amazon Ads Sponsored Products v3.</summary>
public sealed class SponsoredProductsClient
{
    private static readonly AdsOperation ListCampaigns = ListOperation("sp.campaigns.list", "application/vnd.spCampaign.v3+json");
    private static readonly AdsOperation ListAdGroups = ListOperation("sp.adGroups.list", "application/vnd.spAdGroup.v3+json");
    private static readonly AdsOperation ListKeywords = ListOperation("sp.keywords.list", "application/vnd.spKeyword.v3+json");

    private readonly AdsPipeline _pipeline;
    private readonly AmazonAdsRegion _region;
    private readonly ProfileId _profileId;
    private readonly int _pageSize;

    internal SponsoredProductsClient(AdsPipeline pipeline, AmazonAdsRegion region, ProfileId profileId, int pageSize)
    {
        _pipeline = pipeline;
        _region = region;
        _profileId = profileId;
        _pageSize = pageSize;
    }

    /// <summary>Lists campaigns.</summary>
    /// <param name="filter">Which; <see langword="null"/> for all that are enabled, paused or archived.</param>
    /// <returns>A list that is fetched as it is enumerated.</returns>
    /// <exception cref="AmazonAdsValidationException">The filter is not valid.</exception>
    public AmazonAdsPageable<Campaign> ListCampaignsAsync(CampaignFilter? filter = null)
    {
        filter ??= new CampaignFilter();
        new FilterRules("The campaign filter")
            .Common(filter)
            .Ids(nameof(filter.CampaignIds), filter.CampaignIds, 1000)
            .Ids(nameof(filter.PortfolioIds), filter.PortfolioIds, 100)
            .Text(nameof(filter.Name), filter.Name)
            .Enforce();
        CampaignListBody body = Common(filter, new CampaignListBody
        {
            CampaignIdFilter = Include(filter.CampaignIds),
            PortfolioIdFilter = Include(filter.PortfolioIds),
            NameFilter = TermsFilter.From(filter.Name),
        });
        return List<Campaign, CampaignListBody, CampaignListEnvelope>(
            ListCampaigns,
            "sp/campaigns/list",
            body,
            SponsoredProductsJsonContext.Default.CampaignListBody,
            SponsoredProductsJsonContext.Default.CampaignListEnvelope);
    }

    /// <summary>Lists ad groups.</summary>
    /// <param name="filter">Which; <see langword="null"/> for all that are enabled, paused or archived.</param>
    /// <returns>A list that is fetched as it is enumerated.</returns>
    /// <exception cref="AmazonAdsValidationException">The filter is not valid.</exception>
    public AmazonAdsPageable<AdGroup> ListAdGroupsAsync(AdGroupFilter? filter = null)
    {
        filter ??= new AdGroupFilter();
        new FilterRules("The ad group filter")
            .Common(filter)
            .Ids(nameof(filter.AdGroupIds), filter.AdGroupIds, 1000)
            .Ids(nameof(filter.CampaignIds), filter.CampaignIds, 100)
            .Text(nameof(filter.Name), filter.Name)
            .Enforce();
        AdGroupListBody body = Common(filter, new AdGroupListBody
        {
            AdGroupIdFilter = Include(filter.AdGroupIds),
            CampaignIdFilter = Include(filter.CampaignIds),
            CampaignTargetingTypeFilter = filter.CampaignTargetingType,
            NameFilter = TermsFilter.From(filter.Name),
        });
        return List<AdGroup, AdGroupListBody, AdGroupListEnvelope>(
            ListAdGroups,
            "sp/adGroups/list",
            body,
            SponsoredProductsJsonContext.Default.AdGroupListBody,
            SponsoredProductsJsonContext.Default.AdGroupListEnvelope);
    }

    /// <summary>Lists keywords. A grant for viewing only may be refused (403): Amazon names only editors for this list.</summary>
    /// <param name="filter">Which; <see langword="null"/> for all that are enabled, paused or archived.</param>
    /// <returns>A list that is fetched as it is enumerated.</returns>
    /// <exception cref="AmazonAdsValidationException">The filter is not valid.</exception>
    public AmazonAdsPageable<Keyword> ListKeywordsAsync(KeywordFilter? filter = null)
    {
        filter ??= new KeywordFilter();
        new FilterRules("The keyword filter")
            .Common(filter)
            .Ids(nameof(filter.KeywordIds), filter.KeywordIds, 1000)
            .Ids(nameof(filter.AdGroupIds), filter.AdGroupIds, 100)
            .Ids(nameof(filter.CampaignIds), filter.CampaignIds, 100)
            .NotEmpty(nameof(filter.MatchTypes), filter.MatchTypes)
            .Text(nameof(filter.Text), filter.Text)
            .Enforce();
        KeywordListBody body = Common(filter, new KeywordListBody
        {
            KeywordIdFilter = Include(filter.KeywordIds),
            AdGroupIdFilter = Include(filter.AdGroupIds),
            CampaignIdFilter = Include(filter.CampaignIds),
            MatchTypeFilter = filter.MatchTypes,
            KeywordTextFilter = TermsFilter.From(filter.Text),
            Locale = filter.Locale,
        });
        return List<Keyword, KeywordListBody, KeywordListEnvelope>(
            ListKeywords,
            "sp/keywords/list",
            body,
            SponsoredProductsJsonContext.Default.KeywordListBody,
            SponsoredProductsJsonContext.Default.KeywordListEnvelope);
    }

    private AmazonAdsPageable<T> List<T, TBody, TEnvelope>(
        AdsOperation operation, string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TEnvelope> envelopeType)
        where TBody : ListBody
        where TEnvelope : ListEnvelope<T>
    {
        return new AmazonAdsPageable<T>(FetchAsync);

        async Task<Page<T>> FetchAsync(string? nextToken, CancellationToken cancellationToken)
        {
            var request = new AdsRequest(operation, _region, path)
            {
                ProfileId = _profileId,
                Body = JsonSerializer.SerializeToUtf8Bytes(body with { NextToken = nextToken }, bodyType),
            };
            AdsResponse response = await _pipeline.SendAsync(request, cancellationToken).ConfigureAwait(false);
            TEnvelope envelope = response.Read(envelopeType);
            string? following = string.IsNullOrEmpty(envelope.NextToken) ? null : envelope.NextToken;
            IReadOnlyList<T> entities = envelope.Entities
                ?? (envelope.SaysEmpty ? [] : throw response.Unexpected("the list of entities is missing."));
            return new Page<T>(entities, following, envelope.TotalResults);
        }
    }

    private TBody Common<TBody>(EntityFilter filter, TBody body)
        where TBody : ListBody =>
        body with
        {
            StateFilter = Include(filter.States),
            MaxResults = filter.PageSize ?? _pageSize,
            IncludeExtendedDataFields = filter.IncludeExtendedData ? true : null,
        };

    private static IncludeFilter<T>? Include<T>(IReadOnlyList<T>? values) => values is null ? null : new IncludeFilter<T>(values);

    private static AdsOperation ListOperation(string name, string mediaType) =>
        new(name, HttpMethod.Post, OperationClass.Lists, mediaType, mediaType);
}
