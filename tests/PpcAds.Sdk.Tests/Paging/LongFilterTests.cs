using FluentAssertions;
using PpcAds.Sdk.Paging;
using PpcAds.Sdk.SponsoredProducts;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.Paging;

/// <summary>Filters with more ids than one call takes.</summary>
public sealed class LongFilterTests
{
    [Fact]
    public async Task A_filter_of_250_campaigns_takes_three_calls_and_finds_each_ad_group_once()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        List<SpAdGroup> all = await profile.SponsoredProducts.ListAdGroupsAsync().ToListAsync();
        amazon.Simulator.Requests.Clear();

        List<SpAdGroup> found = await profile.SponsoredProducts.ListAdGroupsAsync(Filter(await CampaignsAsync(profile))).ToListAsync();

        found.Select(adGroup => adGroup.AdGroupId).Should().BeEquivalentTo(all.Select(adGroup => adGroup.AdGroupId)).And.OnlyHaveUniqueItems();
        amazon.Simulator.Requests.Count("sp.adGroups.list").Should().Be(3);
    }

    [Fact]
    public async Task An_enumeration_is_resumed_in_the_part_where_it_stopped()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        AmazonAdsPageable<SpAdGroup> list = profile.SponsoredProducts.ListAdGroupsAsync(Filter(await CampaignsAsync(profile)) with { PageSize = 3 });
        List<SpAdGroup> expected = await list.ToListAsync();
        var seen = new List<SpAdGroup>();
        string? token = null;
        do
        {
            Page<SpAdGroup> page = await list.AsPages(token).FirstAsync();
            seen.AddRange(page.Items);
            page.TotalResults.Should().BeNull("Amazon's total is that of one part");
            token = page.NextToken;
        }
        while (token is not null);

        seen.Should().Equal(expected);
    }

    [Fact]
    public async Task A_token_of_another_list_is_refused()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        AmazonAdsPageable<SpAdGroup> list = profile.SponsoredProducts.ListAdGroupsAsync(Filter(await CampaignsAsync(profile)));

        Func<Task> resume = async () => await list.AsPages("7/x").FirstAsync();

        await resume.Should().ThrowAsync<PpcAdsValidationException>().WithMessage("*resumeToken*'7/x'*");
    }

    private static async Task<List<CampaignId>> CampaignsAsync(ProfileClient profile) =>
        await profile.SponsoredProducts.ListCampaignsAsync().Select(campaign => campaign.CampaignId).ToListAsync();

    /// <summary>The real campaigns, spread over 250 ids, the first of them named twice.</summary>
    private static SpAdGroupFilter Filter(List<CampaignId> campaigns)
    {
        List<CampaignId> ids = [.. Enumerable.Range(1, 250 - campaigns.Count).Select(id => new CampaignId(id))];
        for (int i = 0; i < campaigns.Count; i++)
        {
            ids.Insert(i * 11, campaigns[i]);
        }

        return new SpAdGroupFilter { CampaignIds = [campaigns[0], .. ids] };
    }
}
