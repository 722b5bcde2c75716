using FluentAssertions;
using PpcAds.Sdk.SponsoredBrands;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.SponsoredBrands;

public sealed class BrandFilterTests
{
    [Fact]
    public async Task Filters_are_sent_in_amazons_shapes()
    {
        using var queries = new SentQueries();
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(handler: queries);
        SponsoredBrandsClient brands = (await amazon.GetProfileClientAsync()).SponsoredBrands;

        await brands.ListCampaignsAsync(new SbCampaignFilter
        {
            CampaignIds = [new CampaignId(123)],
            PortfolioIds = [new PortfolioId(9)],
            Goals = [CampaignGoal.PageVisit],
            Name = new TextFilter(["mug"]),
            States = [EntityState.Archived],
            IncludeExtendedData = true,
            PageSize = 50,
        }).ToListAsync();
        await brands.ListAdGroupsAsync(new SbAdGroupFilter { AdGroupIds = [new AdGroupId(4)], CampaignIds = [new CampaignId(123)], Name = new TextFilter(["a", "b"], Exact: true) }).ToListAsync();
        await brands.ListAdsAsync(new SbAdFilter
        {
            AdIds = [new AdId(7)],
            AdGroupIds = [new AdGroupId(4)],
            CampaignIds = [new CampaignId(123)],
            Name = new TextFilter(["mug"]),
            CreativeVersion = CreativeVersion.Published,
        }).ToListAsync();
        await brands.ListKeywordsAsync(new SbKeywordFilter
        {
            KeywordIds = [new KeywordId(5), new KeywordId(6)],
            AdGroupIds = [new AdGroupId(4)],
            CampaignIds = [new CampaignId(123)],
            MatchTypes = [KeywordMatchType.Exact, KeywordMatchType.Phrase],
            KeywordText = "blue mug & cup",
            CreativeType = SbCreativeType.Video,
            Locale = "zh_CN",
            PageSize = 20,
        }).ToListAsync();
        await brands.ListNegativeKeywordsAsync(new SbNegativeKeywordFilter
        {
            KeywordIds = [new KeywordId(5)],
            MatchTypes = [NegativeKeywordMatchType.Exact, NegativeKeywordMatchType.Phrase],
            CreativeType = SbCreativeType.ProductCollection,
        }).ToListAsync();
        await brands.ListTargetsAsync(new SbTargetFilter { AdGroupIds = [new AdGroupId(4)], CampaignIds = [new CampaignId(123), new CampaignId(124)] }).ToListAsync();
        await brands.ListNegativeTargetsAsync(new SbNegativeTargetFilter { CampaignIds = [new CampaignId(123)], CreativeType = SbCreativeType.ProductCollection }).ToListAsync();
        await brands.ListThemesAsync(new SbThemeFilter
        {
            ThemeIds = [new ThemeId(8)],
            AdGroupIds = [new AdGroupId(4)],
            CampaignIds = [new CampaignId(123)],
            ThemeTypes = [SbThemeType.KeywordsRelatedToYourBrand],
        }).ToListAsync();

        IEnumerable<string> sent = amazon.Simulator.Requests.Entries
            .Where(entry => entry.Operation.StartsWith("sb.", StringComparison.Ordinal))
            .Select(entry => $"{entry.Operation} {entry.Path}\n{entry.Headers.GetValueOrDefault("Content-Type")}\n{entry.Headers["Accept"]}\n{entry.Body}");
        Snapshots.Match(string.Join("\n\n", sent), "sponsored-brands-filters");
        queries.Queries.Should().Equal(
            "?stateFilter=enabled,paused,archived&matchTypeFilter=exact,phrase&keywordText=blue%20mug%20%26%20cup&keywordIdFilter=5,6&adGroupIdFilter=4&campaignIdFilter=123"
                + "&creativeType=video&locale=zh_CN&startIndex=0&count=20",
            "?stateFilter=enabled,paused,archived&matchTypeFilter=negativeExact,negativePhrase&keywordIdFilter=5&creativeType=productCollection&startIndex=0&count=1000");
    }

    [Fact]
    public async Task A_bad_filter_is_refused_with_every_problem_and_nothing_is_sent()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        SponsoredBrandsClient brands = amazon.Client.ForProfile(new ProfileId(1), AmazonAdsRegion.Europe).SponsoredBrands;

        Problems(() => brands.ListCampaignsAsync(new SbCampaignFilter { CampaignIds = [], PortfolioIds = [default], Goals = [], PageSize = 101, States = [] }))
            .Should().BeEquivalentTo("CampaignIds", "PortfolioIds[0]", "Goals", "PageSize", "States");
        Problems(() => brands.ListAdGroupsAsync(new SbAdGroupFilter { Name = new TextFilter([""]) })).Should().Equal("Name.Terms");
        Problems(() => brands.ListAdsAsync(new SbAdFilter { AdIds = [default] })).Should().Equal("AdIds[0]");
        Problems(() => brands.ListKeywordsAsync(new SbKeywordFilter { MatchTypes = [], CreativeType = SbCreativeType.StoreSpotlight })).Should().BeEquivalentTo("MatchTypes", "CreativeType");
        Problems(() => brands.ListNegativeKeywordsAsync(new SbNegativeKeywordFilter { KeywordIds = [] })).Should().Equal("KeywordIds");
        Problems(() => brands.ListTargetsAsync(new SbTargetFilter
        {
            AdGroupIds = [new AdGroupId(1)],
            CampaignIds = [new CampaignId(1)],
            CreativeType = SbCreativeType.Video,
        })).Should().Equal("CreativeType");
        Problems(() => brands.ListNegativeTargetsAsync(new SbNegativeTargetFilter { States = [EntityState.Paused] })).Should().Equal("States");
        Problems(() => brands.ListThemesAsync(new SbThemeFilter { ThemeTypes = [] })).Should().Equal("ThemeTypes");
        amazon.Simulator.Requests.Entries.Should().BeEmpty();
    }

    private static IEnumerable<string> Problems(Action list) =>
        list.Should().Throw<PpcAdsValidationException>().Which.Problems.Select(problem => problem.Field);
}
