using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Simulator.Tests;

/// <summary>What exports hold of the three products.</summary>
public sealed class ExportRowTests
{
    private const string Products = "SPONSORED_PRODUCTS";
    private const string Brands = "SPONSORED_BRANDS";
    private const string Display = "SPONSORED_DISPLAY";

    [Fact]
    public async Task Campaigns_and_ad_groups_are_those_of_the_lists_in_the_same_states()
    {
        await using Caller caller = await StartAsync();

        JsonArray campaigns = await Lists.ExportAsync(caller, "campaigns");
        JsonArray adGroups = await Lists.ExportAsync(caller, "adGroups");

        Of(campaigns, Products, "campaignId").Should().Equal(
            Listed(await Lists.ProductsAsync(caller, "campaigns", "Campaign", "campaigns"), "campaignId"));
        Of(campaigns, Brands, "campaignId").Should().Equal(
            Listed(await Lists.BrandsAsync(caller, "campaigns", "sbcampaignresource"), "campaignId"));
        Of(campaigns, Display, "campaignId").Should().Equal(Listed(await Lists.DisplayAsync(caller, "campaigns"), "campaignId"));
        Of(adGroups, Products, "adGroupId").Should().Equal(
            Listed(await Lists.ProductsAsync(caller, "adGroups", "AdGroup", "adGroups"), "adGroupId"));
        Of(adGroups, Brands, "adGroupId").Should().Equal(
            Listed(await Lists.BrandsAsync(caller, "adGroups", "sbadgroupresource"), "adGroupId"));
        Of(adGroups, Display, "adGroupId").Should().Equal(Listed(await Lists.DisplayAsync(caller, "adGroups"), "adGroupId"));
    }

    [Fact]
    public async Task Targets_are_keywords_targets_themes_and_negatives_of_the_lists_in_the_same_states()
    {
        await using Caller caller = await StartAsync();

        JsonArray targets = await Lists.ExportAsync(caller, "targets");

        Of(targets, Products, "targetId").Should().Equal(Listed(
            await Lists.ProductsAsync(caller, "keywords", "Keyword", "keywords"), "keywordId",
            await Lists.ProductsAsync(caller, "targets", "TargetingClause", "targetingClauses"), "targetId",
            await Lists.ProductsAsync(caller, "negativeKeywords", "NegativeKeyword", "negativeKeywords"), "keywordId",
            await Lists.ProductsAsync(caller, "negativeTargets", "NegativeTargetingClause", "negativeTargetingClauses"),
            "targetId",
            await Lists.ProductsAsync(caller, "campaignNegativeKeywords", "CampaignNegativeKeyword", "campaignNegativeKeywords"),
            "keywordId",
            await Lists.ProductsAsync(
                caller, "campaignNegativeTargets", "CampaignNegativeTargetingClause", "campaignNegativeTargetingClauses"),
            "targetId"));
        Of(targets, Brands, "targetId").Should().Equal(Listed(
            await Lists.BrandKeywordsAsync(caller, "keywords"), "keywordId",
            await Lists.BrandKeywordsAsync(caller, "negativeKeywords"), "keywordId",
            await Lists.BrandTargetsAsync(caller, "targets"), "targetId",
            await Lists.BrandTargetsAsync(caller, "negativeTargets"), "targetId",
            await Lists.BrandTargetsAsync(caller, "themes"), "themeId"));
        Of(targets, Display, "targetId").Should().Equal(Listed(
            await Lists.DisplayAsync(caller, "targets"), "targetId",
            await Lists.DisplayAsync(caller, "negativeTargets"), "targetId"));
    }

    [Fact]
    public async Task Ads_are_those_of_the_lists_but_for_ads_of_Sponsored_Brands_without_id()
    {
        await using Caller caller = await StartAsync();

        JsonArray ads = await Lists.ExportAsync(caller, "ads");
        JsonArray brands = await Lists.BrandsAsync(caller, "ads", "sbadresource");

        Of(ads, Products, "adId").Should().Equal(
            Listed(await Lists.ProductsAsync(caller, "productAds", "ProductAd", "productAds"), "adId"));
        Of(ads, Brands, "adId").Should().Equal(
            Listed(new JsonArray([.. brands.Where(ad => ad!["adId"] is not null).Select(ad => ad!.DeepClone())]), "adId"));
        brands.Should().Contain(ad => ad!["adId"] == null);
        Of(ads, Display, "adId").Should().Equal(Listed(await Lists.DisplayAsync(caller, "productAds"), "adId"));
    }

    [Theory]
    [InlineData("""{"adProductFilter":["SPONSORED_BRANDS"]}""", "adProduct", "SPONSORED_BRANDS")]
    [InlineData("""{"adProductFilter":["SPONSORED_BRANDS","SPONSORED_DISPLAY"]}""", "adProduct", Brands + "," + Display)]
    [InlineData("""{"stateFilter":["ARCHIVED"]}""", "state", "ARCHIVED")]
    [InlineData("""{"negativeFilter":[true]}""", "negative", "true")]
    [InlineData("""{"negativeFilter":[false]}""", "negative", "false")]
    [InlineData("""{"targetTypeFilter":["AUTO","PRODUCT_AUDIENCE"]}""", "targetType", "AUTO,PRODUCT_AUDIENCE")]
    [InlineData("""{"adProductFilter":["SPONSORED_PRODUCTS"],"targetLevelFilter":["CAMPAIGN"]}""", "negative", "true")]
    public async Task Filters_choose(string body, string member, string values)
    {
        await using Caller caller = await StartAsync();

        JsonArray rows = await Lists.ExportAsync(caller, "targets", body);

        rows.Select(row => row![member]!.ToString().ToLowerInvariant()).Distinct().Should().BeEquivalentTo(
            values.ToLowerInvariant().Split(','));
    }

    [Fact]
    public async Task The_level_filter_tells_targets_of_campaigns_from_those_of_ad_groups()
    {
        await using Caller caller = await StartAsync();

        JsonArray ofCampaigns = await Lists.ExportAsync(caller, "targets", """{"targetLevelFilter":["CAMPAIGN"]}""");
        JsonArray ofAdGroups = await Lists.ExportAsync(caller, "targets", """{"targetLevelFilter":["AD_GROUP"]}""");

        ofCampaigns.Should().NotBeEmpty().And.OnlyContain(
            row => row!["campaignId"] != null && row["adGroupId"] == null && row["bid"] == null);
        ofAdGroups.Should().NotBeEmpty().And.OnlyContain(row => row!["campaignId"] == null && row["adGroupId"] != null);
    }

    /// <summary>Members of Amazon's samples, by export and product.</summary>
    public static TheoryData<string, string, string[]> Documented => new()
    {
        {
            "campaigns",
            Products,
            [
                "optimization.bidStrategy", "optimization.placementBidAdjustments",
                "optimization.shopperCohortBidAdjustment", "tags", "portfolioId", "targetingSettings",
            ]
        },
        {
            "campaigns",
            Brands,
            [
                "optimization.goalSettings.goalType", "optimization.goalSettings.goalKpi",
                "optimization.shopperSegmentBidAdjustment", "brandEntityId", "costType", "tags",
            ]
        },
        { "campaigns", Display, ["targetingSettings", "costType", "budgetCaps.budgetValue.monetaryBudget.amount"] },
        {
            "adGroups",
            Display,
            ["optimization.goalSettings.goalType", "optimization.goalSettings.goalKpi", "creativeType", "bid.defaultBid"]
        },
        {
            "targets",
            Products,
            [
                "targetDetails.keyword", "targetDetails.asin", "targetDetails.productCategoryResolved",
                "targetDetails.productBrand", "targetDetails.productBrandResolved", "targetDetails.productPriceLessThan",
                "targetDetails.productRatingGreaterThan",
            ]
        },
        {
            "targets",
            Brands,
            [
                "targetDetails.keyword", "targetDetails.asin", "targetDetails.productCategoryId",
                "targetDetails.productCategoryResolved", "bid.bid",
            ]
        },
        {
            "targets",
            Display,
            [
                "targetDetails.asin", "targetDetails.productCategoryResolved", "targetDetails.productPriceGreaterThan",
                "targetDetails.productPriceLessThan", "targetDetails.productBrandResolved", "targetDetails.event",
                "targetDetails.lookback", "targetDetails.audienceId",
            ]
        },
        { "ads", Products, ["creative.products"] },
        {
            "ads",
            Brands,
            [
                "adVersionId", "name", "creative.brandName", "creative.headline", "creative.brandLogo.assetId",
                "creative.brandLogo.formatProperties.top", "creative.landingPage.landingPageType", "creative.videos",
                "creative.customImages", "creative.cards", "creative.products",
            ]
        },
        {
            "ads",
            Display,
            [
                "name", "creative.products", "creative.videos", "creative.customImages", "creative.headline",
                "creative.landingPage.landingPageUrl",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Documented))]
    public async Task Rows_have_what_Amazon_documents(string entities, string product, string[] members)
    {
        await using Caller caller = await StartAsync();

        JsonArray rows = await Lists.ExportAsync(caller, entities);

        foreach (string member in members)
        {
            rows.Where(row => row!["adProduct"]!.ToString() == product).Should().Contain(
                row => member.Split('.', 9).Aggregate(row, (node, name) => node == null ? null : node[name]) != null,
                member);
        }
    }

    [Fact]
    public async Task Every_type_of_target_is_there_and_none_that_the_product_does_not_have()
    {
        await using Caller caller = await StartAsync();

        JsonArray targets = await Lists.ExportAsync(caller, "targets");

        Types(Products).Should().BeEquivalentTo("AUTO", "KEYWORD", "PRODUCT", "PRODUCT_CATEGORY");
        Types(Brands).Should().BeEquivalentTo("AUTO", "KEYWORD", "PRODUCT", "PRODUCT_CATEGORY");
        Types(Display).Should().BeEquivalentTo(
            "AUTO", "PRODUCT", "PRODUCT_CATEGORY", "PRODUCT_AUDIENCE", "PRODUCT_CATEGORY_AUDIENCE", "AUDIENCE");

        IEnumerable<string> Types(string product) =>
            targets.Where(row => row!["adProduct"]!.ToString() == product)
                .Select(row => row!["targetType"]!.ToString())
                .Distinct();
    }

    private static Task<Caller> StartAsync() => Caller.StartAsync(options =>
        (options.Campaigns, options.TargetsPerAdGroup, options.BrandCampaigns, options.DisplayCampaigns) = (40, 2, 40, 40));

    private static string[] Of(JsonArray rows, string product, string id) =>
    [
        .. rows.Where(row => row!["adProduct"]!.ToString() == product)
            .Select(row => $"{row![id]} {row["state"]}")
            .Order(StringComparer.Ordinal),
    ];

    private static string[] Listed(params object[] listsAndIds) =>
    [
        .. listsAndIds.Chunk(2)
            .SelectMany(pair => ((JsonArray)pair[0])
                .Select(entity => $"{entity![(string)pair[1]]} {entity["state"]!.ToString().ToUpperInvariant()}"))
            .Order(StringComparer.Ordinal),
    ];
}
