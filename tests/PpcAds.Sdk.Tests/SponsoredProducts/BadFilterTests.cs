using FluentAssertions;
using PpcAds.Sdk.SponsoredProducts;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.SponsoredProducts;

public sealed class BadFilterTests
{
    [Fact]
    public async Task A_bad_filter_is_refused_with_every_problem_and_nothing_is_sent()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        SponsoredProductsClient products = amazon.Client.ForProfile(new ProfileId(1), AmazonAdsRegion.Europe).SponsoredProducts;

        Action campaigns = () => products.ListCampaignsAsync(new SpCampaignFilter
        {
            CampaignIds = [],
            PortfolioIds = [new PortfolioId(3), default],
            Name = new TextFilter([""]),
            States = [],
            PageSize = 1001,
        });
        Action adGroups = () => products.ListAdGroupsAsync(new SpAdGroupFilter { Name = new TextFilter([.. Enumerable.Range(1, 101).Select(number => $"{number}")]) });
        Action keywords = () => products.ListKeywordsAsync(new SpKeywordFilter { MatchTypes = [], States = [default] });

        Problems(campaigns).Should().BeEquivalentTo("CampaignIds", "PortfolioIds[1]", "Name.Terms", "States", "PageSize");
        Problems(adGroups).Should().Equal("Name.Terms");
        adGroups.Should().Throw<PpcAdsValidationException>().WithMessage("*'101 values'*at most 100*");
        Problems(keywords).Should().BeEquivalentTo("States", "MatchTypes");
        keywords.Should().Throw<PpcAdsValidationException>().WithMessage("*Allowed: ENABLED, PAUSED, ARCHIVED.*");
        amazon.Simulator.Requests.Entries.Should().BeEmpty();
    }

    private static IEnumerable<string> Problems(Action list) =>
        list.Should().Throw<PpcAdsValidationException>().Which.Problems.Select(problem => problem.Field);
}
