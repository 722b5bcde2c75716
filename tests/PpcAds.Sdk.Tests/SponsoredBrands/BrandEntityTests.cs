using FluentAssertions;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.SponsoredBrands;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.SponsoredBrands;

public sealed class BrandEntityTests
{
    private static readonly DateTimeOffset Made = new(2025, 3, 4, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Every_member_of_a_campaign_is_read()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        SponsoredBrandsClient brands = await AnsweredAsync(amazon, "sb.campaigns.list", """
            {"campaigns":[{"campaignId":"201234567890123","name":"n","state":"ENABLED","budget":25.10,"budgetType":"LIFETIME","startDate":"2025-03-04","endDate":"2025-04-04",
              "portfolioId":"9","brandEntityId":"ENTITY1","costType":"VCPM","goal":"ACQUIRE_NEW_CUSTOMERS","kpi":"NEW_TO_BRAND_PURCHASES","smartDefault":["TARGETING"],
              "isMultiAdGroupsEnabled":true,"productLocation":"SOLD_ON_DTC","siteRestrictions":["AMAZON_BUSINESS"],"tags":{"team":"x"},"targetedPGDealId":"deal",
              "ruleBasedBudget":{"value":30.5,"applicableRuleId":"r","applicableRuleName":"Prime","isProcessing":false},
              "bidding":{"bidOptimization":false,"bidAdjustmentsByPlacement":[{"placement":"HOME","percentage":-99}],
                "shopperCohortBidAdjustments":[{"shopperCohortType":"AUDIENCE_SEGMENT","percentage":5,"audienceSegments":[{"audienceId":"a1","audienceSegmentType":"BEHAVIOR_DYNAMIC"}]}]},
              "extendedData":{"creationDate":1741075200000,"lastUpdateDate":0,"servingStatus":"ELIGIBLE","servingStatusDetails":["X_DETAIL"]}}],"totalCount":1}
            """);

        (await brands.ListCampaignsAsync().SingleAsync()).Should().BeEquivalentTo(new SbCampaign
        {
            CampaignId = new CampaignId(201234567890123),
            Name = "n",
            State = EntityState.Enabled,
            Budget = 25.10m,
            BudgetType = BudgetType.Lifetime,
            StartDate = new DateOnly(2025, 3, 4),
            EndDate = new DateOnly(2025, 4, 4),
            PortfolioId = new PortfolioId(9),
            BrandEntityId = "ENTITY1",
            CostType = CostType.Vcpm,
            Goal = CampaignGoal.AcquireNewCustomers,
            Kpi = "NEW_TO_BRAND_PURCHASES",
            SmartDefault = ["TARGETING"],
            IsMultiAdGroupsEnabled = true,
            ProductLocation = "SOLD_ON_DTC",
            SiteRestrictions = ["AMAZON_BUSINESS"],
            Tags = new Dictionary<string, string> { ["team"] = "x" },
            TargetedPGDealId = "deal",
            RuleBasedBudget = new RuleBasedBudget { Value = 30.5m, ApplicableRuleId = "r", ApplicableRuleName = "Prime", IsProcessing = false },
            Bidding = new Bidding
            {
                BidOptimization = false,
                BidAdjustmentsByPlacement = [new BidAdjustmentByPlacement { Placement = BidPlacement.Home, Percentage = -99 }],
                ShopperCohortBidAdjustments =
                [
                    new ShopperCohortBidAdjustment
                    {
                        ShopperCohortType = "AUDIENCE_SEGMENT",
                        Percentage = 5,
                        AudienceSegments = [new SbAudienceSegment { AudienceId = "a1", AudienceSegmentType = "BEHAVIOR_DYNAMIC" }],
                    },
                ],
            },
            ExtendedData = new SbExtendedData { CreatedAt = Made, ServingStatus = "ELIGIBLE", ServingStatusDetails = ["X_DETAIL"] },
        });
    }

    [Fact]
    public async Task Every_member_of_an_ad_is_read()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        SponsoredBrandsClient brands = await AnsweredAsync(amazon, "sb.ads.list", """
            {"ads":[{"adId":"7","adGroupId":"4","campaignId":"2","name":"n","state":"PAUSED",
              "creative":{"type":"STORE_SPOTLIGHT","creativeVersion":"3","creativeStatus":"PUBLISHED","asins":["B1"],"asinExclusions":["B2"],"companionAsins":["B3"],
                "brandName":"Acme","brandLogoAssetID":"logo","brandLogoUrl":"https://l","headline":"h","headlines":["h","i"],"originalHeadline":"o","originalHeadlines":["o"],
                "videoAssetIds":["v"],"originalVideoAssetIds":["w"],"customImages":[{"assetId":"c","url":"https://c","crop":{"top":1}}],
                "collectionName":"mugs","collectionType":"THEMED","subpages":[{"pageTitle":"p","asin":"B4","url":"https://p"}],"consentToTranslate":true},
              "landingPage":{"pageType":"STORE","url":"https://s","asins":["B5"]},
              "extendedData":{"creationDate":1741075200000,"lastUpdateDate":1741075200000}}],"totalResults":1}
            """);

        (await brands.ListAdsAsync().SingleAsync()).Should().BeEquivalentTo(new SbAd
        {
            AdId = new AdId(7),
            AdGroupId = new AdGroupId(4),
            CampaignId = new CampaignId(2),
            Name = "n",
            State = EntityState.Paused,
            Creative = new Creative
            {
                Type = SbCreativeType.StoreSpotlight,
                CreativeVersion = "3",
                CreativeStatus = "PUBLISHED",
                Asins = ["B1"],
                AsinExclusions = ["B2"],
                CompanionAsins = ["B3"],
                BrandName = "Acme",
                BrandLogoAssetID = "logo",
                BrandLogoUrl = "https://l",
                Headline = "h",
                Headlines = ["h", "i"],
                OriginalHeadline = "o",
                OriginalHeadlines = ["o"],
                VideoAssetIds = ["v"],
                OriginalVideoAssetIds = ["w"],
                CustomImages = [new CustomImage { AssetId = "c", Url = "https://c" }],
                CollectionName = "mugs",
                CollectionType = "THEMED",
                Subpages = [new Subpage { PageTitle = "p", Asin = "B4", Url = "https://p" }],
                ConsentToTranslate = true,
            },
            LandingPage = new LandingPage { PageType = SbLandingPageType.Store, Url = "https://s", Asins = ["B5"] },
            ExtendedData = new SbExtendedData { CreatedAt = Made, LastUpdatedAt = Made },
        });
    }

    [Fact]
    public async Task Every_member_of_keywords_and_targets_is_read()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        SponsoredBrandsClient brands = await AnsweredAsync(
            amazon,
            "sb.keywords.list",
            """[{"keywordId":9007199254740993,"adGroupId":4,"campaignId":2,"keywordText":"mug","nativeLanguageKeyword":"Becher","matchType":"phrase","state":"draft","bid":1.25}]""");
        await AnsweredAsync(
            amazon, "sb.negativeKeywords.list", """[{"keywordId":5,"adGroupId":4,"campaignId":2,"keywordText":"mug","matchType":"negativePhrase","state":"archived"}]""");
        await AnsweredAsync(amazon, "sb.targets.list", """
            {"targets":[{"targetId":6,"adGroupId":4,"campaignId":2,"state":"paused","bid":0.5,
              "expressions":[{"type":"asinReviewRatingBetween","value":"2-4"}],"resolvedExpressions":[{"type":"asinReviewRatingBetween","value":"2 to 4"}]}],"nextToken":""}
            """);
        await AnsweredAsync(amazon, "sb.negativeTargets.list", """
            {"negativeTargets":[{"targetId":7,"adGroupId":4,"campaignId":2,"state":"enabled",
              "expressions":[{"type":"asinBrandSameAs","value":"11"}],"resolvedExpressions":[{"type":"asinBrandSameAs","value":"Acme"}]}]}
            """);
        await AnsweredAsync(
            amazon, "sb.themes.list", """{"themes":[{"themeId":"8","adGroupId":"4","campaignId":"2","themeType":"KEYWORDS_RELATED_TO_YOUR_BRAND","state":"enabled","bid":1}]}""");

        (await brands.ListKeywordsAsync().FirstAsync()).Should().Be(new SbKeyword
        {
            KeywordId = new KeywordId(9007199254740993),
            AdGroupId = new AdGroupId(4),
            CampaignId = new CampaignId(2),
            KeywordText = "mug",
            NativeLanguageKeyword = "Becher",
            MatchType = KeywordMatchType.Phrase,
            State = new EntityState("DRAFT"),
            Bid = 1.25m,
        });
        (await brands.ListNegativeKeywordsAsync().FirstAsync()).Should().Be(new SbNegativeKeyword
        {
            KeywordId = new KeywordId(5),
            AdGroupId = new AdGroupId(4),
            CampaignId = new CampaignId(2),
            KeywordText = "mug",
            MatchType = NegativeKeywordMatchType.Phrase,
            State = EntityState.Archived,
        });
        (await brands.ListTargetsAsync().SingleAsync()).Should().BeEquivalentTo(new SbTarget
        {
            TargetId = new TargetId(6),
            AdGroupId = new AdGroupId(4),
            CampaignId = new CampaignId(2),
            State = EntityState.Paused,
            Bid = 0.5m,
            Expressions = [new TargetingPredicate { Type = "ASIN_REVIEW_RATING_BETWEEN", Value = "2-4" }],
            ResolvedExpressions = [new TargetingPredicate { Type = "ASIN_REVIEW_RATING_BETWEEN", Value = "2 to 4" }],
        });
        (await brands.ListNegativeTargetsAsync().SingleAsync()).Should().BeEquivalentTo(new SbNegativeTarget
        {
            TargetId = new TargetId(7),
            AdGroupId = new AdGroupId(4),
            CampaignId = new CampaignId(2),
            State = EntityState.Enabled,
            Expressions = [new TargetingPredicate { Type = "ASIN_BRAND_SAME_AS", Value = "11" }],
            ResolvedExpressions = [new TargetingPredicate { Type = "ASIN_BRAND_SAME_AS", Value = "Acme" }],
        });
        (await brands.ListThemesAsync().SingleAsync()).Should().Be(new SbTheme
        {
            ThemeId = new ThemeId(8),
            AdGroupId = new AdGroupId(4),
            CampaignId = new CampaignId(2),
            ThemeType = SbThemeType.KeywordsRelatedToYourBrand,
            State = EntityState.Enabled,
            Bid = 1,
        });
    }

    [Theory]
    [InlineData("sb.keywords.list", """[{"adGroupId":4,"campaignId":2}]""", "keywordId")]
    [InlineData("sb.keywords.list", """{"keywords":[]}""", "unexpected")]
    [InlineData("sb.adGroups.list", """{"adGroups":[{"adGroupId":"4","campaignId":"2","state":"ENABLED"}]}""", "name")]
    [InlineData("sb.adGroups.list", """{"adgroups":[]}""", "missing")]
    [InlineData("sb.adGroups.list", """{"adGroups":[{"adGroupId":"4","campaignId":"2","name":"n","state":"ENABLED","extendedData":{"creationDate":"2025-03-04"}}]}""", "Milliseconds")]
    public async Task A_member_that_is_missing_or_unreadable_is_named(string operation, string body, string named)
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        SponsoredBrandsClient brands = await AnsweredAsync(amazon, operation, body);

        Func<Task> list = operation == "sb.keywords.list"
            ? async () => await brands.ListKeywordsAsync().ToListAsync()
            : async () => await brands.ListAdGroupsAsync().ToListAsync();

        (await list.Should().ThrowAsync<AmazonAdsUnexpectedResponseException>()).Which.Message.Should().Contain(named);
    }

    [Fact]
    public async Task Errors_of_both_versions_are_understood()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        SponsoredBrandsClient brands = (await amazon.GetProfileClientAsync()).SponsoredBrands;

        Func<Task> newer = async () => await brands.ListCampaignsAsync().AsPages("no token").CountAsync();
        Func<Task> older = async () => await brands.ListTargetsAsync().AsPages("no token").CountAsync();

        (await newer.Should().ThrowAsync<AmazonAdsValidationException>().WithMessage("*nextToken*")).Which.ErrorCode.Should().Be("INVALID_ARGUMENT");
        (await older.Should().ThrowAsync<AmazonAdsValidationException>().WithMessage("*nextToken*")).Which.ErrorCode.Should().Be("INVALID_ARGUMENT");
    }

    private static async Task<SponsoredBrandsClient> AnsweredAsync(SimulatedAmazon amazon, string operation, string body)
    {
        amazon.Simulator.Faults.Add(SimulatorFault.WithBody(operation, 200, body));
        return (await amazon.GetProfileClientAsync()).SponsoredBrands;
    }
}
