using FluentAssertions;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.SponsoredBrands;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.Paging;

/// <summary>Lists that are read on from an index: how many entities Amazon gives at most is documented nowhere.</summary>
public sealed class IndexPagingTests
{
    [Fact]
    public async Task A_first_page_that_is_shorter_than_asked_for_does_not_end_the_list()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        SponsoredBrandsClient brands = (await amazon.GetProfileClientAsync()).SponsoredBrands;
        List<SbKeyword> all = await brands.ListKeywordsAsync().ToListAsync();
        amazon.Simulator.Requests.Clear();
        amazon.Simulator.Faults.Add(SimulatorFault.WithBody("sb.keywords.list", 200, """[{"keywordId":1,"adGroupId":2,"campaignId":3}]"""));

        List<SbKeyword> keywords = await brands.ListKeywordsAsync().ToListAsync();

        keywords.Select(keyword => keyword.KeywordId).Should().Equal([new KeywordId(1), .. all.Skip(1).Select(keyword => keyword.KeywordId)]);
        amazon.Simulator.Requests.Count("sb.keywords.list").Should().Be(3, "nothing but an empty page tells the end then");
    }

    [Fact]
    public async Task A_page_that_is_shorter_than_a_full_one_before_it_ends_the_list()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        SponsoredBrandsClient brands = (await amazon.GetProfileClientAsync()).SponsoredBrands;
        int count = (await brands.ListKeywordsAsync().ToListAsync()).Count;
        amazon.Simulator.Requests.Clear();

        (await brands.ListKeywordsAsync(new SbKeywordFilter { PageSize = count - 1 }).ToListAsync()).Should().HaveCount(count);

        amazon.Simulator.Requests.Count("sb.keywords.list").Should().Be(2);
    }
}
