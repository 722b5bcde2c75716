using FluentAssertions;
using PpcAds.Sdk.Portfolios;
using PpcAds.Sdk.SponsoredProducts;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.SponsoredProducts;

/// <summary>The lists beside campaigns, ad groups and keywords.</summary>
public sealed class OtherListTests
{
    [Fact]
    public async Task Targets_carry_their_expressions()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        SponsoredProductsClient products = (await amazon.GetProfileClientAsync()).SponsoredProducts;

        List<SpTargetingClause> targets = await products.ListTargetsAsync(new SpTargetingClauseFilter { PageSize = 3 }).ToListAsync();

        targets.Should().NotBeEmpty().And.OnlyContain(target => target.ExpressionType == TargetingExpressionType.Auto);
        targets.SelectMany(target => target.Expression).Select(predicate => predicate.Type).Distinct().Should().BeEquivalentTo(
            "QUERY_HIGH_REL_MATCHES", "QUERY_BROAD_REL_MATCHES", "ASIN_SUBSTITUTE_RELATED", "ASIN_ACCESSORY_RELATED");
        targets.Select(target => target.TargetId).Should().OnlyHaveUniqueItems();
        (await products.ListTargetsAsync(new SpTargetingClauseFilter { TargetIds = [targets[2].TargetId] }).ToListAsync()).Should().ContainSingle()
            .Which.Should().BeEquivalentTo(targets[2]);
        (await products.ListTargetsAsync(new SpTargetingClauseFilter { ExpressionTypes = [TargetingExpressionType.Manual] }).ToListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Product_ads_name_the_sku_of_sellers_and_the_asin_of_vendors()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        foreach (var profile in amazon.Simulator.Truth.Profiles.Where(profile => profile.Type is "seller" or "vendor"))
        {
            ProfileClient client = (await amazon.Client.GetProfilesAsync()).Where(listed => listed.ProfileId.Value == profile.ProfileId).Select(amazon.Client.ForProfile).Single();

            List<SpProductAd> ads = await client.SponsoredProducts.ListProductAdsAsync().ToListAsync();

            ads.Should().NotBeEmpty().And.OnlyContain(ad => ad.Sku != null == (profile.Type == "seller") && ad.Asin != null == (profile.Type == "vendor"));
        }
    }

    [Fact]
    public async Task Negatives_are_of_ad_groups_or_of_whole_campaigns()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        SponsoredProductsClient products = (await amazon.GetProfileClientAsync()).SponsoredProducts;

        List<SpNegativeKeyword> keywords = await products.ListNegativeKeywordsAsync().ToListAsync();
        List<SpNegativeTargetingClause> targets = await products.ListNegativeTargetsAsync().ToListAsync();
        List<SpCampaignNegativeKeyword> wide = await products.ListCampaignNegativeKeywordsAsync().ToListAsync();
        List<SpCampaignNegativeTargetingClause> wideTargets = await products.ListCampaignNegativeTargetsAsync().ToListAsync();

        keywords.Select(keyword => keyword.MatchType).Should().Contain(NegativeKeywordMatchType.Exact).And.Contain(NegativeKeywordMatchType.Phrase);
        targets.Should().NotBeEmpty().And.OnlyContain(target => target.Expression[0].Type == "ASIN_SAME_AS" && target.Expression[0].Value!.StartsWith("B0"));
        wide.Should().NotBeEmpty();
        wideTargets.Should().NotBeEmpty();
        (await products.ListNegativeKeywordsAsync(new SpNegativeKeywordFilter
        {
            AdGroupIds = [keywords[0].AdGroupId],
            MatchTypes = [keywords[0].MatchType],
            KeywordText = new TextFilter([keywords[0].KeywordText], Exact: true),
        }).ToListAsync()).Should().Contain(keyword => keyword.KeywordId == keywords[0].KeywordId)
            .And.OnlyContain(keyword => keyword.AdGroupId == keywords[0].AdGroupId && keyword.KeywordText == keywords[0].KeywordText);
    }

    [Fact]
    public async Task Portfolios_are_those_that_campaigns_are_in_and_carry_their_own_currency()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        List<PortfolioId> used = await profile.SponsoredProducts.ListCampaignsAsync()
            .Where(campaign => campaign.PortfolioId is not null).Select(campaign => campaign.PortfolioId!.Value).Distinct().ToListAsync();

        List<Portfolio> portfolios = await profile.Portfolios.ListPortfoliosAsync(new PortfolioFilter { IncludeExtendedData = true }).ToListAsync();

        portfolios.Select(portfolio => portfolio.PortfolioId).Should().Contain(used);
        portfolios.Should().OnlyContain(portfolio => portfolio.Budget!.CurrencyCode == "USD" && portfolio.ExtendedData!.CreatedAt != null
            && portfolio.ExtendedData.StatusReasons!.Count == 1);
        (await profile.Portfolios.ListPortfoliosAsync(new PortfolioFilter { Name = new TextFilter(["seasonal"]) }).ToListAsync()).Should().ContainSingle();
    }
}
