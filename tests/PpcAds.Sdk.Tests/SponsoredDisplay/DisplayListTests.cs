using FluentAssertions;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.SponsoredDisplay;
using PpcAds.Sdk.Testing;
using PpcAds.Sdk.Tests.SponsoredBrands;
using Xunit;

namespace PpcAds.Sdk.Tests.SponsoredDisplay;

public sealed class DisplayListTests
{
    [Fact]
    public async Task Everything_is_listed_and_hangs_together()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(options => options.DisplayCampaigns = 40);
        ProfileClient profile = await amazon.GetProfileClientAsync();
        SponsoredDisplayClient display = profile.SponsoredDisplay;

        List<SdCampaign> campaigns = await display.ListCampaignsAsync().ToListAsync();
        List<SdAdGroup> adGroups = await display.ListAdGroupsAsync().ToListAsync();
        List<SdProductAd> ads = await display.ListProductAdsAsync().ToListAsync();
        List<SdTargetingClause> targets = await display.ListTargetsAsync().ToListAsync();
        List<SdNegativeTargetingClause> negatives = await display.ListNegativeTargetsAsync().ToListAsync();

        new SimulatorDisplayCounts(campaigns.Count, adGroups.Count, ads.Count, targets.Count, negatives.Count)
            .Should().Be(amazon.Simulator.Truth.Profiles.Single(info => info.ProfileId == profile.ProfileId.Value).Display);
        campaigns.Select(campaign => campaign.CampaignId).Should().OnlyHaveUniqueItems();
        adGroups.Select(adGroup => adGroup.CampaignId).Distinct().Should().BeEquivalentTo(campaigns.Select(campaign => campaign.CampaignId));
        ads.Select(ad => ad.AdGroupId).Distinct().Should().BeEquivalentTo(adGroups.Select(adGroup => adGroup.AdGroupId));
        targets.Select(target => target.AdGroupId).Distinct().Should().BeEquivalentTo(adGroups.Select(adGroup => adGroup.AdGroupId));
        negatives.Should().NotBeEmpty();
        negatives.Select(target => target.AdGroupId).Should().BeSubsetOf(adGroups.Select(adGroup => adGroup.AdGroupId));
        campaigns.Select(campaign => (campaign.Tactic, campaign.CostType)).Distinct().Should().HaveCount(4);
        campaigns.Select(campaign => campaign.State).Distinct().Should().BeEquivalentTo(
            new EntityState?[] { EntityState.Enabled, EntityState.Paused, EntityState.Archived });
        targets.SelectMany(target => target.Expression!).Where(predicate => predicate.Values is not null).Select(predicate => predicate.Type)
            .Distinct().Should().BeEquivalentTo("VIEWS", "PURCHASES", "AUDIENCE");
    }

    [Fact]
    public async Task Lists_go_on_to_the_end_whatever_the_size_of_a_page()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        SponsoredDisplayClient display = (await amazon.GetProfileClientAsync()).SponsoredDisplay;
        List<TargetId> all = await display.ListTargetsAsync().Select(target => target.TargetId).ToListAsync();

        foreach (int size in (int[])[1, 4, all.Count, all.Count + 1])
        {
            (await display.ListTargetsAsync(new SdTargetingClauseFilter { PageSize = size }).Select(target => target.TargetId).ToListAsync())
                .Should().Equal(all, $"pages hold {size}");
        }
    }

    [Fact]
    public async Task Extended_data_comes_when_asked_for_from_a_path_of_its_own()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        SponsoredDisplayClient display = (await amazon.GetProfileClientAsync()).SponsoredDisplay;

        List<SdCampaign> extended = await display.ListCampaignsAsync(new SdCampaignFilter { IncludeExtendedData = true }).ToListAsync();
        List<SdTargetingClause> targets = await display.ListTargetsAsync(new SdTargetingClauseFilter { IncludeExtendedData = true }).ToListAsync();

        (await display.ListCampaignsAsync().ToListAsync()).Should().OnlyContain(campaign => campaign.CreatedAt == null && campaign.ServingStatus == null);
        extended.Should().NotBeEmpty().And.OnlyContain(campaign => DateOnly.FromDateTime(campaign.CreatedAt!.Value.UtcDateTime) == campaign.StartDate
            && campaign.LastUpdatedAt >= campaign.CreatedAt);
        targets.Should().OnlyContain(target => (target.ServingStatus == "TARGET_STATUS_LIVE") == (target.State == EntityState.Enabled));
        amazon.Simulator.Requests.Count("sd.campaigns.listExtended").Should().BePositive();
    }

    [Fact]
    public async Task Lists_are_filtered()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(options => options.DisplayCampaigns = 40);
        SponsoredDisplayClient display = (await amazon.GetProfileClientAsync()).SponsoredDisplay;
        List<SdCampaign> campaigns = await display.ListCampaignsAsync().ToListAsync();
        List<SdProductAd> ads = await display.ListProductAdsAsync().ToListAsync();
        List<SdTargetingClause> targets = await display.ListTargetsAsync().ToListAsync();
        SdCampaign grouped = campaigns.First(campaign => campaign.PortfolioId is not null);

        (await display.ListCampaignsAsync(new SdCampaignFilter { States = [EntityState.Paused] }).ToListAsync())
            .Should().BeEquivalentTo(campaigns.Where(campaign => campaign.State == EntityState.Paused)).And.NotBeEmpty();
        (await display.ListCampaignsAsync(new SdCampaignFilter { PortfolioIds = [grouped.PortfolioId!.Value] }).ToListAsync())
            .Should().BeEquivalentTo(campaigns.Where(campaign => campaign.PortfolioId == grouped.PortfolioId));
        (await display.ListCampaignsAsync(new SdCampaignFilter { Name = grouped.Name }).ToListAsync()).Should().BeEquivalentTo([grouped]);
        (await display.ListProductAdsAsync(new SdProductAdFilter { AdIds = [ads[3].AdId] }).ToListAsync()).Should().BeEquivalentTo([ads[3]]);
        (await display.ListTargetsAsync(new SdTargetingClauseFilter { CampaignIds = [campaigns[1].CampaignId] }).ToListAsync())
            .Should().BeEquivalentTo(targets.Where(target => target.CampaignId == campaigns[1].CampaignId)).And.NotBeEmpty();
        (await display.ListNegativeTargetsAsync(new SdNegativeTargetingClauseFilter { TargetIds = [targets[0].TargetId] }).ToListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Filters_are_sent_in_amazons_shapes_and_long_ones_in_parts()
    {
        using var sent = new SentQueries("/sd/");
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(handler: sent);
        SponsoredDisplayClient display = (await amazon.GetProfileClientAsync()).SponsoredDisplay;

        await display.ListCampaignsAsync(new SdCampaignFilter
        {
            CampaignIds = [new CampaignId(1), new CampaignId(2)],
            PortfolioIds = [new PortfolioId(9)],
            Name = "mug & cup",
            PageSize = 20,
        }).ToListAsync();
        await display.ListAdGroupsAsync(new SdAdGroupFilter { AdGroupIds = [.. Enumerable.Range(1, 101).Select(id => new AdGroupId(id))], States = [EntityState.Enabled] }).ToListAsync();

        sent.Queries[0].Should().Be("?stateFilter=enabled,paused,archived&name=mug%20%26%20cup&campaignIdFilter=1,2&portfolioIdFilter=9&startIndex=0&count=20");
        sent.Queries.Skip(1).Should().HaveCount(2).And.OnlyContain(query => query.StartsWith("?stateFilter=enabled&adGroupIdFilter=", StringComparison.Ordinal));
        sent.Queries[2].Should().Be("?stateFilter=enabled&adGroupIdFilter=101&startIndex=0&count=1000");
    }

    [Fact]
    public async Task A_bad_filter_is_refused_with_every_problem_and_nothing_is_sent()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        SponsoredDisplayClient display = amazon.Client.ForProfile(new ProfileId(1), AmazonAdsRegion.Europe).SponsoredDisplay;

        Problems(() => display.ListCampaignsAsync(new SdCampaignFilter { CampaignIds = [], PortfolioIds = [default], Name = " ", PageSize = 1001, States = [] }))
            .Should().BeEquivalentTo("CampaignIds", "PortfolioIds[0]", "Name", "PageSize", "States");
        Problems(() => display.ListAdGroupsAsync(new SdAdGroupFilter { AdGroupIds = [] })).Should().Equal("AdGroupIds");
        Problems(() => display.ListProductAdsAsync(new SdProductAdFilter { AdIds = [default] })).Should().Equal("AdIds[0]");
        Problems(() => display.ListTargetsAsync(new SdTargetingClauseFilter { TargetIds = [] })).Should().Equal("TargetIds");
        Problems(() => display.ListNegativeTargetsAsync(new SdNegativeTargetingClauseFilter { TargetIds = [default] })).Should().Equal("TargetIds[0]");
        amazon.Simulator.Requests.Entries.Should().BeEmpty();
    }

    [Fact]
    public async Task A_seller_without_a_brand_is_refused()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(options => (options.Profiles, options.ProfilesWithoutBrand) = (0, 1));
        ProfileClient profile = amazon.Client.ForProfile((await amazon.Client.GetProfilesAsync()).Single());

        Func<Task> campaigns = async () => await profile.SponsoredDisplay.ListCampaignsAsync().ToListAsync();

        await campaigns.Should().ThrowAsync<AmazonAdsAccessDeniedException>();
    }

    [Fact]
    public async Task Unknown_names_extra_members_and_nulls_are_taken_as_they_come()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        SponsoredDisplayClient display = (await amazon.GetProfileClientAsync()).SponsoredDisplay;
        amazon.Simulator.Quirks.UnknownEnumValues = true;
        amazon.Simulator.Quirks.ExtraMembers = true;
        amazon.Simulator.Quirks.NullOptionalMembers = true;

        (await display.ListCampaignsAsync().ToListAsync()).Should().NotBeEmpty()
            .And.OnlyContain(campaign => campaign.State == new EntityState("HIBERNATING") && campaign.Tactic == new Tactic("T00090"));
        (await display.ListAdGroupsAsync().ToListAsync()).Should().OnlyContain(adGroup => adGroup.BidOptimization == new BidOptimization("HAPPINESS"));
        (await display.ListTargetsAsync().ToListAsync()).Should().OnlyContain(target => target.ExpressionType == new TargetingExpressionType("DREAMT"));
        (await display.ListProductAdsAsync().CountAsync()).Should().BePositive();
    }

    private static IEnumerable<string> Problems(Action list) =>
        list.Should().Throw<PpcAdsValidationException>().Which.Problems.Select(problem => problem.Field);
}
