using FluentAssertions;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.SponsoredDisplay;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.SponsoredDisplay;

public sealed class DisplayEntityTests
{
    private static readonly DateTimeOffset Made = new(2025, 3, 4, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Every_member_of_a_campaign_is_read()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        SponsoredDisplayClient display = await AnsweredAsync(amazon, "sd.campaigns.listExtended", """
            [{"campaignId":9007199254740993,"name":"n","tactic":"T00030","budgetType":"daily","budget":"25.10","startDate":"20250304","endDate":null,"costType":"vcpm",
              "state":"enabled","portfolioId":9,"deliveryProfile":"as_soon_as_possible","ruleBasedBudget":{"value":30.5,"applicableRuleId":"r","applicableRuleName":"Prime","isProcessing":true},
              "servingStatus":"CAMPAIGN_OUT_OF_BUDGET","creationDate":1741075200000,"lastUpdatedDate":0}]
            """);

        (await display.ListCampaignsAsync(new SdCampaignFilter { IncludeExtendedData = true }).FirstAsync()).Should().BeEquivalentTo(new SdCampaign
        {
            CampaignId = new CampaignId(9007199254740993),
            Name = "n",
            Tactic = Tactic.Audiences,
            BudgetType = BudgetType.Daily,
            Budget = 25.10m,
            StartDate = new DateOnly(2025, 3, 4),
            CostType = CostType.Vcpm,
            State = EntityState.Enabled,
            PortfolioId = new PortfolioId(9),
            DeliveryProfile = DeliveryProfile.AsSoonAsPossible,
            RuleBasedBudget = new RuleBasedBudget { Value = 30.5m, ApplicableRuleId = "r", ApplicableRuleName = "Prime", IsProcessing = true },
            ServingStatus = "CAMPAIGN_OUT_OF_BUDGET",
            CreatedAt = Made,
        });
    }

    [Fact]
    public async Task Every_member_of_an_ad_group_and_an_ad_is_read()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        SponsoredDisplayClient display = await AnsweredAsync(amazon, "sd.adGroups.list", """
            [{"adGroupId":2,"campaignId":1,"name":"n","defaultBid":0.75,"bidOptimization":"reach","state":"archived","tactic":"T00020","creativeType":"VIDEO"}]
            """);
        await AnsweredAsync(amazon, "sd.productAds.list", """
            [{"adId":3,"adGroupId":2,"campaignId":1,"adName":"a","asin":"B1","sku":"S","state":"paused","landingPageURL":"https://x.example/","landingPageType":"OFF_AMAZON_LINK"}]
            """);

        (await display.ListAdGroupsAsync().FirstAsync()).Should().BeEquivalentTo(new SdAdGroup
        {
            AdGroupId = new AdGroupId(2),
            CampaignId = new CampaignId(1),
            Name = "n",
            DefaultBid = 0.75m,
            BidOptimization = BidOptimization.Reach,
            State = EntityState.Archived,
            Tactic = Tactic.Contextual,
            CreativeType = SdCreativeType.Video,
        });
        (await display.ListProductAdsAsync().FirstAsync()).Should().BeEquivalentTo(new SdProductAd
        {
            AdId = new AdId(3),
            AdGroupId = new AdGroupId(2),
            CampaignId = new CampaignId(1),
            AdName = "a",
            Asin = "B1",
            Sku = "S",
            State = EntityState.Paused,
            LandingPageUrl = "https://x.example/",
            LandingPageType = SdLandingPageType.OffAmazonLink,
        });
    }

    [Fact]
    public async Task Values_of_expressions_are_texts_lists_or_absent_and_an_expression_may_be_a_text()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        SponsoredDisplayClient display = await AnsweredAsync(amazon, "sd.targets.list", """
            [{"targetId":4,"adGroupId":2,"campaignId":1,"state":"enabled","bid":null,"expressionType":"manual",
              "expression":[{"type":"views","value":[{"type":"asinCategorySameAs","value":"12"},{"type":"lookback","value":30}]},{"type":"similarProduct"}],
              "resolvedExpression":"category=\"1\" lookback=30"},
             {"targetId":5,"adGroupId":2,"state":"enabled","bid":0.5,"expressionType":"auto","expression":[{"type":"asinSameAs","value":"B1","eventType":"views"}]}]
            """);

        List<SdTargetingClause> targets = await display.ListTargetsAsync().Take(2).ToListAsync();

        targets[0].Should().BeEquivalentTo(new SdTargetingClause
        {
            TargetId = new TargetId(4),
            AdGroupId = new AdGroupId(2),
            CampaignId = new CampaignId(1),
            State = EntityState.Enabled,
            ExpressionType = TargetingExpressionType.Manual,
            Expression =
            [
                new TargetingPredicate
                {
                    Type = "VIEWS",
                    Values = [new TargetingPredicate { Type = "ASIN_CATEGORY_SAME_AS", Value = "12" }, new TargetingPredicate { Type = "LOOKBACK", Value = "30" }],
                },
                new TargetingPredicate { Type = "SIMILAR_PRODUCT" },
            ],
            ResolvedExpression = [new TargetingPredicate { Type = "", Value = "category=\"1\" lookback=30" }],
        });
        (targets[1].CampaignId, targets[1].Bid, targets[1].ResolvedExpression).Should().Be((null, 0.5m, null));
        targets[1].Expression.Should().Equal(new TargetingPredicate { Type = "ASIN_SAME_AS", Value = "B1", EventType = "views" });
    }

    private static async Task<SponsoredDisplayClient> AnsweredAsync(SimulatedAmazon amazon, string operation, string body)
    {
        ProfileClient profile = await amazon.GetProfileClientAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.WithBody(operation, 200, body));
        return profile.SponsoredDisplay;
    }
}
