using FluentAssertions;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.SponsoredBrands;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.SponsoredBrands;

public sealed class BrandListTests
{
    [Fact]
    public async Task Everything_is_listed_and_hangs_together()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(options => options.BrandCampaigns = 120);
        ProfileClient profile = await amazon.GetProfileClientAsync();
        SponsoredBrandsClient brands = profile.SponsoredBrands;

        List<SbCampaign> campaigns = await brands.ListCampaignsAsync().ToListAsync();
        List<SbAdGroup> adGroups = await brands.ListAdGroupsAsync().ToListAsync();
        List<SbAd> ads = await brands.ListAdsAsync().ToListAsync();
        List<SbKeyword> keywords = await brands.ListKeywordsAsync().ToListAsync();
        List<SbNegativeKeyword> negativeKeywords = await brands.ListNegativeKeywordsAsync().ToListAsync();
        List<SbTarget> targets = await brands.ListTargetsAsync().ToListAsync();
        List<SbNegativeTarget> negativeTargets = await brands.ListNegativeTargetsAsync().ToListAsync();
        List<SbTheme> themes = await brands.ListThemesAsync().ToListAsync();

        SimulatorBrandCounts truth = amazon.Simulator.Truth.Profiles.Single(info => info.ProfileId == profile.ProfileId.Value).Brands;
        new SimulatorBrandCounts(
            campaigns.Count, adGroups.Count, ads.Count, keywords.Count, targets.Count, themes.Count, negativeKeywords.Count, negativeTargets.Count)
            .Should().Be(truth);
        campaigns.Select(campaign => campaign.CampaignId).Should().OnlyHaveUniqueItems();
        adGroups.Select(adGroup => adGroup.CampaignId).Distinct().Should().BeEquivalentTo(campaigns.Select(campaign => campaign.CampaignId));
        ads.Select(ad => ad.AdGroupId).Distinct().Should().BeEquivalentTo(adGroups.Select(adGroup => adGroup.AdGroupId));
        keywords.Select(keyword => keyword.AdGroupId)
            .Concat(targets.Select(target => target.AdGroupId))
            .Concat(themes.Select(theme => theme.AdGroupId))
            .Distinct().Should().BeEquivalentTo(adGroups.Select(adGroup => adGroup.AdGroupId));
        negativeKeywords.Select(keyword => keyword.AdGroupId).Should().BeSubsetOf(adGroups.Select(adGroup => adGroup.AdGroupId));
        negativeTargets.Select(target => target.AdGroupId).Should().BeSubsetOf(adGroups.Select(adGroup => adGroup.AdGroupId));
    }

    [Fact]
    public async Task Names_that_version_3_writes_small_come_in_capitals()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(options => options.BrandCampaigns = 60);
        SponsoredBrandsClient brands = (await amazon.GetProfileClientAsync()).SponsoredBrands;

        List<SbKeyword> keywords = await brands.ListKeywordsAsync().ToListAsync();
        List<SbNegativeKeyword> negativeKeywords = await brands.ListNegativeKeywordsAsync().ToListAsync();
        List<SbTarget> targets = await brands.ListTargetsAsync().ToListAsync();
        List<SbTheme> themes = await brands.ListThemesAsync().ToListAsync();

        keywords.Select(keyword => keyword.MatchType).Distinct().Should().BeEquivalentTo(
            new KeywordMatchType?[] { KeywordMatchType.Exact, KeywordMatchType.Phrase, KeywordMatchType.Broad });
        keywords.Select(keyword => keyword.State).Distinct().Should().BeEquivalentTo(
            new EntityState?[] { EntityState.Enabled, EntityState.Paused, EntityState.Archived });
        negativeKeywords.Select(keyword => keyword.MatchType).Distinct().Should().BeEquivalentTo(
            new NegativeKeywordMatchType?[] { NegativeKeywordMatchType.Exact, NegativeKeywordMatchType.Phrase });
        targets.SelectMany(target => target.Expressions!).Select(predicate => predicate.Type).Distinct().Should().BeEquivalentTo("ASIN_SAME_AS", "ASIN_CATEGORY_SAME_AS");
        themes.Select(theme => theme.ThemeType).Distinct().Should().BeEquivalentTo(
            new SbThemeType?[] { SbThemeType.KeywordsRelatedToYourBrand, SbThemeType.KeywordsRelatedToYourLandingPages });
        themes.Should().Contain(theme => theme.State == EntityState.Enabled);
    }

    [Fact]
    public async Task Lists_by_index_go_on_to_the_end_whatever_the_size_of_a_page()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        SponsoredBrandsClient brands = (await amazon.GetProfileClientAsync()).SponsoredBrands;
        List<KeywordId> all = await brands.ListKeywordsAsync().Select(keyword => keyword.KeywordId).ToListAsync();

        foreach (int size in (int[])[1, 4, all.Count, all.Count + 1])
        {
            (await brands.ListKeywordsAsync(new SbKeywordFilter { PageSize = size }).Select(keyword => keyword.KeywordId).ToListAsync())
                .Should().Equal(all, $"pages hold {size}");
        }
    }

    [Fact]
    public async Task Long_filters_are_cut_into_what_a_call_takes()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(options => options.BrandCampaigns = 25);
        SponsoredBrandsClient brands = (await amazon.GetProfileClientAsync()).SponsoredBrands;
        List<SbCampaign> campaigns = await brands.ListCampaignsAsync().ToListAsync();
        List<SbAdGroup> adGroups = await brands.ListAdGroupsAsync().ToListAsync();
        int before = amazon.Simulator.Requests.Count("sb.campaigns.list");

        List<SbCampaign> again = await brands.ListCampaignsAsync(new SbCampaignFilter { CampaignIds = [.. campaigns.Select(campaign => campaign.CampaignId)] }).ToListAsync();
        List<SbAdGroup> all = await brands.ListAdGroupsAsync(new SbAdGroupFilter { CampaignIds = [.. campaigns.Select(campaign => campaign.CampaignId)] }).ToListAsync();

        again.Should().BeEquivalentTo(campaigns);
        all.Should().BeEquivalentTo(adGroups);
        (amazon.Simulator.Requests.Count("sb.campaigns.list") - before).Should().Be(3, "a filter takes ten ids");
    }

    [Fact]
    public async Task Lists_are_filtered()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(options => options.BrandCampaigns = 100);
        SponsoredBrandsClient brands = (await amazon.GetProfileClientAsync()).SponsoredBrands;
        List<SbCampaign> campaigns = await brands.ListCampaignsAsync().ToListAsync();
        List<SbAd> ads = await brands.ListAdsAsync().ToListAsync();
        SbAd one = ads.First(ad => ad.AdId is not null);

        (await brands.ListCampaignsAsync(new SbCampaignFilter { States = [EntityState.Paused] }).ToListAsync())
            .Should().BeEquivalentTo(campaigns.Where(campaign => campaign.State == EntityState.Paused)).And.NotBeEmpty();
        (await brands.ListCampaignsAsync(new SbCampaignFilter { Goals = [CampaignGoal.BrandImpressionShare] }).ToListAsync())
            .Should().BeEquivalentTo(campaigns.Where(campaign => campaign.CostType == CostType.Vcpm)).And.NotBeEmpty();
        (await brands.ListAdsAsync(new SbAdFilter { AdIds = [one.AdId!.Value] }).ToListAsync()).Should().BeEquivalentTo([one]);
        (await brands.ListKeywordsAsync(new SbKeywordFilter { MatchTypes = [KeywordMatchType.Exact, KeywordMatchType.Broad] }).ToListAsync())
            .Should().NotBeEmpty().And.OnlyContain(keyword => keyword.MatchType == KeywordMatchType.Exact || keyword.MatchType == KeywordMatchType.Broad);
        (await brands.ListTargetsAsync(new SbTargetFilter { States = [EntityState.Enabled], AdGroupIds = [.. ads.Select(ad => ad.AdGroupId)] }).ToListAsync())
            .Should().NotBeEmpty().And.OnlyContain(target => target.State == EntityState.Enabled);
        (await brands.ListThemesAsync(new SbThemeFilter { ThemeTypes = [SbThemeType.KeywordsRelatedToYourBrand] }).ToListAsync())
            .Should().NotBeEmpty().And.OnlyContain(theme => theme.ThemeType == SbThemeType.KeywordsRelatedToYourBrand);
        (await brands.ListNegativeTargetsAsync(new SbNegativeTargetFilter { States = [EntityState.Archived] }).ToListAsync())
            .Should().OnlyContain(target => target.State == EntityState.Archived);
    }

    [Fact]
    public async Task Ads_made_with_version_3_have_neither_id_nor_name()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(options => options.BrandCampaigns = 40);
        SponsoredBrandsClient brands = (await amazon.GetProfileClientAsync()).SponsoredBrands;
        List<SbCampaign> campaigns = await brands.ListCampaignsAsync().ToListAsync();

        List<SbAd> ads = await brands.ListAdsAsync().ToListAsync();

        HashSet<CampaignId> legacy = [.. campaigns.Where(campaign => campaign.IsMultiAdGroupsEnabled == false).Select(campaign => campaign.CampaignId)];
        legacy.Should().NotBeEmpty();
        ads.Should().OnlyContain(ad => (ad.AdId == null) == legacy.Contains(ad.CampaignId) && (ad.Name == null) == (ad.AdId == null));
    }

    [Fact]
    public async Task Extended_data_comes_when_asked_for_and_0_is_no_date()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(options => options.BrandCampaigns = 30);
        SponsoredBrandsClient brands = (await amazon.GetProfileClientAsync()).SponsoredBrands;

        List<SbCampaign> extended = await brands.ListCampaignsAsync(new SbCampaignFilter { IncludeExtendedData = true }).ToListAsync();

        (await brands.ListCampaignsAsync().ToListAsync()).Should().OnlyContain(campaign => campaign.ExtendedData == null);
        extended.Should().OnlyContain(campaign => campaign.ExtendedData!.CreatedAt!.Value.Date == campaign.StartDate!.Value.ToDateTime(TimeOnly.MinValue)
            && campaign.ExtendedData.ServingStatusDetails!.Count == 1);
        extended.Should().Contain(campaign => campaign.ExtendedData!.LastUpdatedAt == null).And.Contain(campaign => campaign.ExtendedData!.LastUpdatedAt != null);
    }

    [Fact]
    public async Task An_author_has_campaigns_but_no_themes()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(options => (options.Profiles, options.AuthorProfiles) = (0, 1));
        ProfileClient profile = amazon.Client.ForProfile((await amazon.Client.GetProfilesAsync()).Single());

        List<SbCampaign> campaigns = await profile.SponsoredBrands.ListCampaignsAsync().ToListAsync();
        Func<Task> themes = async () => await profile.SponsoredBrands.ListThemesAsync().ToListAsync();

        campaigns.Should().NotBeEmpty().And.OnlyContain(campaign => campaign.CostType == CostType.Cpc && campaign.Goal == CampaignGoal.PageVisit);
        (await profile.SponsoredBrands.ListTargetsAsync().CountAsync()).Should().BePositive();
        await themes.Should().ThrowAsync<AmazonAdsAccessDeniedException>().WithMessage("*author*");
    }

    [Fact]
    public async Task A_seller_without_a_brand_is_refused_but_keeps_Sponsored_Products()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(options => (options.Profiles, options.ProfilesWithoutBrand) = (0, 1));
        ProfileClient profile = amazon.Client.ForProfile((await amazon.Client.GetProfilesAsync()).Single());

        Func<Task> campaigns = async () => await profile.SponsoredBrands.ListCampaignsAsync().ToListAsync();
        Func<Task> keywords = async () => await profile.SponsoredBrands.ListKeywordsAsync().ToListAsync();

        (await campaigns.Should().ThrowAsync<AmazonAdsAccessDeniedException>()).Which.ErrorCode.Should().Be("ACCESS_DENIED");
        await keywords.Should().ThrowAsync<AmazonAdsAccessDeniedException>();
        (await profile.SponsoredProducts.ListCampaignsAsync().CountAsync()).Should().BePositive();
    }

    [Fact]
    public async Task Unknown_names_extra_members_nulls_and_ids_as_numbers_are_taken_as_they_come()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        SponsoredBrandsClient brands = (await amazon.GetProfileClientAsync()).SponsoredBrands;
        List<CampaignId> expected = await brands.ListCampaignsAsync().Select(campaign => campaign.CampaignId).ToListAsync();
        amazon.Simulator.Quirks.UnknownEnumValues = true;
        amazon.Simulator.Quirks.ExtraMembers = true;
        amazon.Simulator.Quirks.NullOptionalMembers = true;
        amazon.Simulator.Quirks.IdsAsNumbers = true;
        amazon.Simulator.Quirks.OmitTotalResults = true;
        amazon.Simulator.Quirks.EmptyPages = true;

        List<SbCampaign> campaigns = await brands.ListCampaignsAsync(new SbCampaignFilter { PageSize = 3 }).ToListAsync();

        campaigns.Select(campaign => campaign.CampaignId).Should().Equal(expected);
        campaigns.Should().OnlyContain(campaign => campaign.State == new EntityState("HIBERNATING") && campaign.CostType == new CostType("BARTER"));
        (await brands.ListKeywordsAsync().ToListAsync()).Should().OnlyContain(
            keyword => keyword.MatchType == new KeywordMatchType("TELEPATHIC") && keyword.State == new EntityState("HIBERNATING"));
        (await brands.ListThemesAsync().ToListAsync()).Should().OnlyContain(theme => theme.ThemeType == new SbThemeType("KEYWORDS_FROM_DREAMS"));
        (await brands.ListAdsAsync().CountAsync()).Should().BePositive();
        (await brands.ListTargetsAsync().CountAsync()).Should().BePositive();
    }
}
