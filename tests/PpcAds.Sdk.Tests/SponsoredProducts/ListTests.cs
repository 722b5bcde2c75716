using FluentAssertions;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.SponsoredProducts;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.SponsoredProducts;

public sealed class ListTests
{
    [Fact]
    public async Task Campaigns_ad_groups_and_keywords_are_all_listed()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        SimulatorProfileInfo truth = amazon.Simulator.Truth.Profiles.Single(info => info.ProfileId == profile.ProfileId.Value);

        List<SpCampaign> campaigns = await profile.SponsoredProducts.ListCampaignsAsync().ToListAsync();
        List<SpAdGroup> adGroups = await profile.SponsoredProducts.ListAdGroupsAsync().ToListAsync();
        List<SpKeyword> keywords = await profile.SponsoredProducts.ListKeywordsAsync().ToListAsync();

        (campaigns.Count, adGroups.Count, keywords.Count).Should().Be((truth.Campaigns, truth.AdGroups, truth.Keywords));
        campaigns.Select(campaign => campaign.State).Should().Contain([EntityState.Enabled, EntityState.Paused]);
        adGroups.Select(adGroup => adGroup.CampaignId).Should().BeSubsetOf(campaigns.Select(campaign => campaign.CampaignId));
        keywords.Select(keyword => keyword.AdGroupId).Should().BeSubsetOf(adGroups.Select(adGroup => adGroup.AdGroupId));
        keywords.Should().Contain(keyword => keyword.Bid == null).And.Contain(keyword => keyword.Bid > 0);
    }

    [Fact]
    public async Task Every_member_of_an_entity_is_read()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.WithBody(
            "sp.campaigns.list",
            200,
            """
            {"campaigns":[{"campaignId":"301234567890123","name":"n","state":"ENABLED","targetingType":"MANUAL","startDate":"2025-03-04","endDate":"2025-04-04",
              "budget":{"budget":25.10,"budgetType":"DAILY","effectiveBudget":30.00},
              "dynamicBidding":{"strategy":"AUTO_FOR_SALES","placementBidding":[{"placement":"PLACEMENT_TOP","percentage":40}],
                "shopperCohortBidding":[{"shopperCohortType":"AUDIENCE_SEGMENT","percentage":5,"audienceSegments":[{"audienceId":"a1","audienceSegmentType":"BEHAVIOR_DYNAMIC"}]}]},
              "portfolioId":"9","tags":{"team":"x"},"siteRestrictions":["AMAZON_BUSINESS"],"offAmazonSettings":{"offAmazonBudgetControlStrategy":"MINIMIZE_SPEND"},
              "autoManageCampaign":true,"globalCampaignId":"g","marketplaceBudgetAllocation":"MANUAL",
              "extendedData":{"creationDateTime":"2025-03-04T08:00:00Z","lastUpdateDateTime":"2025-03-05T08:00:00.5Z","servingStatus":"CAMPAIGN_STATUS_ENABLED",
                "servingStatusDetails":[{"name":"X_DETAIL","message":"m","helpUrl":"https://h"}]}}],"totalResults":1}
            """));

        SpCampaign campaign = await profile.SponsoredProducts.ListCampaignsAsync().SingleAsync();

        campaign.Should().BeEquivalentTo(new SpCampaign
        {
            CampaignId = new CampaignId(301234567890123),
            Name = "n",
            State = EntityState.Enabled,
            TargetingType = TargetingType.Manual,
            StartDate = new DateOnly(2025, 3, 4),
            EndDate = new DateOnly(2025, 4, 4),
            Budget = new CampaignBudget { Budget = 25.10m, BudgetType = BudgetType.Daily, EffectiveBudget = 30.00m },
            DynamicBidding = new DynamicBidding
            {
                Strategy = BiddingStrategy.AutoForSales,
                PlacementBidding = [new PlacementBidding { Placement = Placement.Top, Percentage = 40 }],
                ShopperCohortBidding =
                [
                    new ShopperCohortBidding
                    {
                        ShopperCohortType = "AUDIENCE_SEGMENT",
                        Percentage = 5,
                        AudienceSegments = [new SpAudienceSegment { AudienceId = "a1", AudienceSegmentType = "BEHAVIOR_DYNAMIC" }],
                    },
                ],
            },
            PortfolioId = new PortfolioId(9),
            Tags = new Dictionary<string, string> { ["team"] = "x" },
            SiteRestrictions = ["AMAZON_BUSINESS"],
            OffAmazonSettings = new OffAmazonSettings { OffAmazonBudgetControlStrategy = "MINIMIZE_SPEND" },
            AutoManageCampaign = true,
            GlobalCampaignId = "g",
            MarketplaceBudgetAllocation = MarketplaceBudgetAllocation.Manual,
            ExtendedData = new SpExtendedData
            {
                CreatedAt = new DateTimeOffset(2025, 3, 4, 8, 0, 0, TimeSpan.Zero),
                LastUpdatedAt = new DateTimeOffset(2025, 3, 5, 8, 0, 0, 500, TimeSpan.Zero),
                ServingStatus = "CAMPAIGN_STATUS_ENABLED",
                ServingStatusDetails = [new ServingStatusDetail { Name = "X_DETAIL", Message = "m", HelpUrl = "https://h" }],
            },
        });
    }

    [Fact]
    public async Task Filters_are_sent_in_amazons_shapes()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();

        await profile.SponsoredProducts.ListCampaignsAsync(new SpCampaignFilter
        {
            CampaignIds = [new CampaignId(123)],
            PortfolioIds = [new PortfolioId(9)],
            Name = new TextFilter(["mug"]),
            States = [EntityState.Archived],
            IncludeExtendedData = true,
            PageSize = 50,
        }).ToListAsync();
        await profile.SponsoredProducts.ListAdGroupsAsync(new SpAdGroupFilter
        {
            AdGroupIds = [new AdGroupId(4)],
            CampaignIds = [new CampaignId(123)],
            CampaignTargetingType = TargetingType.Auto,
            Name = new TextFilter(["a", "b"], Exact: true),
        }).ToListAsync();
        await profile.SponsoredProducts.ListKeywordsAsync(new SpKeywordFilter
        {
            KeywordIds = [new KeywordId(5)],
            AdGroupIds = [new AdGroupId(4)],
            CampaignIds = [new CampaignId(123)],
            MatchTypes = [KeywordMatchType.Exact, KeywordMatchType.Phrase],
            KeywordText = new TextFilter(["blue mug"], Exact: true),
            Locale = "zh_CN",
        }).ToListAsync();

        IEnumerable<string> sent = amazon.Simulator.Requests.Entries
            .Where(entry => entry.Operation.StartsWith("sp.", StringComparison.Ordinal))
            .Select(entry => $"{entry.Operation}\n{entry.Headers["Content-Type"]}\n{entry.Headers["Accept"]}\n{entry.Body}");
        Snapshots.Match(string.Join("\n\n", sent), "sponsored-products-filters");
    }

    [Fact]
    public async Task Lists_are_filtered()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        SponsoredProductsClient products = (await amazon.GetProfileClientAsync()).SponsoredProducts;
        List<SpCampaign> all = await products.ListCampaignsAsync().ToListAsync();

        List<SpCampaign> paused = await products.ListCampaignsAsync(new SpCampaignFilter { States = [EntityState.Paused] }).ToListAsync();
        List<SpKeyword> exact = await products.ListKeywordsAsync(new SpKeywordFilter { MatchTypes = [KeywordMatchType.Exact] }).ToListAsync();
        List<SpAdGroup> ofOne = await products.ListAdGroupsAsync(new SpAdGroupFilter { CampaignIds = [all[0].CampaignId] }).ToListAsync();

        paused.Should().HaveCount(all.Count(campaign => campaign.State == EntityState.Paused)).And.NotBeEmpty();
        exact.Should().NotBeEmpty().And.OnlyContain(keyword => keyword.MatchType == KeywordMatchType.Exact);
        ofOne.Should().NotBeEmpty().And.OnlyContain(adGroup => adGroup.CampaignId == all[0].CampaignId);
    }

    [Fact]
    public async Task Extended_data_comes_when_asked_for()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        SponsoredProductsClient products = (await amazon.GetProfileClientAsync()).SponsoredProducts;

        SpCampaign plain = await products.ListCampaignsAsync().FirstAsync();
        SpCampaign extended = await products.ListCampaignsAsync(new SpCampaignFilter { IncludeExtendedData = true }).FirstAsync();

        plain.ExtendedData.Should().BeNull();
        extended.ExtendedData!.CreatedAt.Should().NotBeNull();
        extended.ExtendedData.ServingStatusDetails.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Unknown_names_extra_members_nulls_and_ids_as_numbers_are_taken_as_they_come()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        List<CampaignId> expected = await profile.SponsoredProducts.ListCampaignsAsync().Select(campaign => campaign.CampaignId).ToListAsync();
        amazon.Simulator.Quirks.UnknownEnumValues = true;
        amazon.Simulator.Quirks.ExtraMembers = true;
        amazon.Simulator.Quirks.NullOptionalMembers = true;
        amazon.Simulator.Quirks.IdsAsNumbers = true;
        amazon.Simulator.Quirks.OmitTotalResults = true;

        List<SpCampaign> campaigns = await profile.SponsoredProducts.ListCampaignsAsync().ToListAsync();
        List<SpKeyword> keywords = await profile.SponsoredProducts.ListKeywordsAsync().ToListAsync();

        campaigns.Select(campaign => campaign.CampaignId).Should().Equal(expected);
        campaigns.Should().OnlyContain(campaign => campaign.State == new EntityState("HIBERNATING"));
        campaigns.Should().OnlyContain(campaign => campaign.DynamicBidding!.Strategy.ToString() == "PSYCHIC");
        keywords.Should().OnlyContain(keyword => keyword.MatchType == new KeywordMatchType("TELEPATHIC"));
    }

    [Theory]
    [InlineData("""{"campaigns":[{"name":"n","state":"ENABLED","targetingType":"AUTO","startDate":"2025-01-01","budget":{"budget":1,"budgetType":"DAILY"}}]}""", "campaignId")]
    [InlineData("""{"campaigns":[{"campaignId":"x7","name":"n","state":"ENABLED","targetingType":"AUTO","startDate":"2025-01-01","budget":{"budget":1,"budgetType":"DAILY"}}]}""", "campaignId")]
    [InlineData("""{"campaigns":[{"campaignId":"7","name":"n","state":"ENABLED","targetingType":"AUTO","startDate":"yesterday","budget":{"budget":1,"budgetType":"DAILY"}}]}""", "startDate")]
    [InlineData("""{"campaigns":[{"campaignId":"7","name":"n","state":"ENABLED","targetingType":"AUTO","startDate":"2025-01-01","budget":{"budgetType":"DAILY"}}]}""", "budget")]
    [InlineData("""{"kampaigns":[]}""", "missing")]
    public async Task A_member_that_is_missing_or_unreadable_is_named(string body, string named)
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.WithBody("sp.campaigns.list", 200, body));

        Func<Task> list = async () => await profile.SponsoredProducts.ListCampaignsAsync().ToListAsync();

        AmazonAdsUnexpectedResponseException exception = (await list.Should().ThrowAsync<AmazonAdsUnexpectedResponseException>()).Which;
        exception.Message.Should().Contain(named);
        exception.ProfileId.Should().Be(profile.ProfileId);
        exception.RequestId.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_number_for_text_and_text_for_a_number_are_understood()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.WithBody(
            "sp.campaigns.list",
            200,
            """{"campaigns":[{"campaignId":7,"name":2025,"state":"ENABLED","targetingType":"AUTO","startDate":"2025-01-01","budget":{"budget":"10.00","budgetType":"DAILY"}}],"totalResults":"1"}"""));

        SpCampaign campaign = await profile.SponsoredProducts.ListCampaignsAsync().SingleAsync();

        campaign.Name.Should().Be("2025");
        campaign.Budget.Budget.Should().Be(10.00m);
    }

    [Fact]
    public async Task A_list_that_says_it_is_empty_may_leave_out_its_array()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.WithBody("sp.keywords.list", 200, """{"totalResults":0}"""));

        (await profile.SponsoredProducts.ListKeywordsAsync().ToListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_view_only_profile_may_list_campaigns_but_not_keywords()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(options => (options.Profiles, options.ViewOnlyProfiles) = (0, 1));
        ProfileClient profile = amazon.Client.ForProfile((await amazon.Client.GetProfilesAsync())[0]);

        (await profile.SponsoredProducts.ListCampaignsAsync().ToListAsync()).Should().HaveCount(20);
        Func<Task> keywords = async () => await profile.SponsoredProducts.ListKeywordsAsync().ToListAsync();

        (await keywords.Should().ThrowAsync<AmazonAdsAccessDeniedException>()).Which.ErrorCode.Should().Be("ACCESS_DENIED");
    }

    [Fact]
    public async Task An_agency_profile_is_refused_with_advice()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(options => (options.Profiles, options.AgencyProfiles) = (0, 1));
        ProfileClient profile = amazon.Client.ForProfile((await amazon.Client.GetProfilesAsync())[0]);

        Func<Task> list = async () => await profile.SponsoredProducts.ListCampaignsAsync().ToListAsync();

        await list.Should().ThrowAsync<AmazonAdsValidationException>().WithMessage("*agency*");
    }
}
