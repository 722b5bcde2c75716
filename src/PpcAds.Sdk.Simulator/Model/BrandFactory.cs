using PpcAds.Sdk.Simulator.Demand;

namespace PpcAds.Sdk.Simulator.Model;

/// <summary>Makes the Sponsored Brands campaigns of a profile: in turn by keywords, by products and by themes.</summary>
internal static class BrandFactory
{
    private static readonly string[] MatchTypes = ["EXACT", "PHRASE", "BROAD"];
    private static readonly string[] NegativeMatchTypes = ["NEGATIVE_EXACT", "NEGATIVE_PHRASE"];
    private static readonly string[] ThemeTypes = ["KEYWORDS_RELATED_TO_YOUR_BRAND", "KEYWORDS_RELATED_TO_YOUR_LANDING_PAGES"];
    private static readonly string[] CreativeTypes =
        ["PRODUCT_COLLECTION", "STORE_SPOTLIGHT", "PRODUCT_COLLECTION", "VIDEO", "BRAND_VIDEO"];

    public static IReadOnlyList<SimulatedCampaign> MakeCampaigns(SimulatedProfile profile, int count) =>
        [.. Enumerable.Range(0, count).Select(number => MakeCampaign(profile, number))];

    private static SimulatedCampaign MakeCampaign(SimulatedProfile profile, int number)
    {
        Dice own = profile.Dice.For("brand campaign").For(number);
        string product = own.For("product").Pick(WorldFactory.Products);
        bool paysForViews = !profile.IsAuthor && own.For("views").Chance(0.35);
        bool isLegacy = own.For("legacy").Chance(0.2);
        Lifetime lifetime = WorldFactory.MakeLifetime(
            own, WorldFactory.FirstDay.AddDays((int)own.For("start").Between(0, 300)), stopProbability: 0.3);

        // A lifetime budget is for all days up to the end date, which it needs.
        bool hasLifetimeBudget = own.For("lifetime budget").Chance(0.1);
        int budgetDays = hasLifetimeBudget ? DailyBudget.LifetimeDays : 1;
        var campaign = new SimulatedCampaign
        {
            CampaignId = WorldFactory.Id(own, 2, number),
            Profile = profile,
            Name = $"SB | {product} {number + 1}",
            Product = product,
            TargetingType = "MANUAL",
            Lifetime = lifetime,
            EndDate = hasLifetimeBudget ? lifetime.Start.AddDays(budgetDays - 1) : null,
            Budget = WorldFactory.Money(profile, own.For("budget").Between(1_000, 20_000) * budgetDays),
            PortfolioId = own.For("portfolio").Chance(0.4)
                ? WorldFactory.Id(profile.Dice.For("portfolio"), 9, own.For("which").Between(0, 2))
                : null,
            BiddingStrategy = "",
            TopOfSearchPercent = own.For("top").Chance(0.5) ? (int)own.For("percent").Between(-9, 90) * 10 : null,
            Dice = own,
            Brand = new BrandTraits
            {
                CostType = paysForViews ? "VCPM" : "CPC",
                Goal = paysForViews ? "BRAND_IMPRESSION_SHARE" : "PAGE_VISIT",
                BrandEntityId = $"ENTITY{profile.Dice.For("brand").Between(1_000_000_000, 9_999_999_999)}",
                BudgetType = hasLifetimeBudget ? "LIFETIME" : "DAILY",
                IsMultiAdGroupsEnabled = !isLegacy,
                CreativeType = own.For("creative").Pick(CreativeTypes),
                SmartDefault = !profile.IsAuthor && paysForViews ? "TARGETING" : "MANUAL",
            },
        };
        int groups = isLegacy ? 1 : (int)own.For("groups").Between(1, 3);
        campaign.AdGroups = [.. Enumerable.Range(0, groups).Select(index => MakeAdGroup(campaign, product, number, index))];
        return campaign;
    }

    private static SimulatedAdGroup MakeAdGroup(SimulatedCampaign campaign, string product, int campaignNumber, int number)
    {
        Dice own = campaign.Dice.For("group").For(number);
        var adGroup = new SimulatedAdGroup
        {
            AdGroupId = WorldFactory.Id(own, 8, number),
            Campaign = campaign,
            Name = $"{product} {number + 1}",
            Lifetime = WorldFactory.MakeLifetime(own, campaign.Lifetime.Start, stopProbability: 0.1),

            // It is never shown: Sponsored Brands has none.
            DefaultBid = WorldFactory.Money(campaign.Profile, own.For("bid").Between(20, 200)),
        };
        adGroup.Targets = [.. MakeTargets(adGroup, own, product, campaignNumber)];
        adGroup.Negatives =
        [
            .. Enumerable.Range(0, (int)own.For("negatives").Between(0, 3))
                .Select(index => MakeNegative(adGroup, own.For("negative").For(index), campaignNumber, index)),
        ];
        int ads = campaign.Brand!.IsMultiAdGroupsEnabled ? (int)own.For("ads").Between(1, 2) : 1;
        adGroup.Ads = [.. Enumerable.Range(0, ads).Select(index => MakeAd(adGroup, own.For("ad").For(index), index))];
        return adGroup;
    }

    private static IEnumerable<SimulatedTarget> MakeTargets(
        SimulatedAdGroup adGroup, Dice own, string product, int campaignNumber)
    {
        int kind = campaignNumber % 3;
        if (kind == 2 && !adGroup.Campaign.Profile.IsAuthor)
        {
            return ThemeTypes.Select((theme, index) => MakeTarget(adGroup, own.For("theme").For(index), theme, "THEME", index));
        }

        IEnumerable<int> numbers = Enumerable.Range(0, (int)own.For("targets").Between(2, 6));
        return kind == 1
            ? numbers.Select(
                index =>
                    MakeTarget(
                        adGroup,
                        own.For("target").For(index),
                        ProductText(own.For("target").For(index)),
                        "TARGETING_EXPRESSION",
                        index))
            : numbers.Select(index => MakeTarget(
                adGroup,
                own.For("target").For(index),
                $"{own.For("target").For(index).For("colour").Pick(WorldFactory.Colours)} {product}",
                MatchTypes[index % MatchTypes.Length],
                index));
    }

    private static SimulatedTarget MakeNegative(SimulatedAdGroup adGroup, Dice own, int campaignNumber, int number) =>
        campaignNumber % 3 == 1
        ? MakeTarget(
            adGroup,
            own,
            $"B0{own.For("asin").Between(10_000_000, 99_999_999)}",
            "TARGETING_EXPRESSION",
            number,
            isNegative: true)
        : MakeTarget(
            adGroup,
            own,
            $"cheap {own.For("word").Pick(WorldFactory.Products)}",
            NegativeMatchTypes[number % 2],
            number,
            isNegative: true);

    private static SimulatedTarget MakeTarget(
        SimulatedAdGroup adGroup, Dice own, string text, string matchType, int number, bool isNegative = false)
    {
        Lifetime lifetime = WorldFactory.MakeLifetime(own, adGroup.Lifetime.Start, stopProbability: 0.15);
        return new SimulatedTarget
        {
            TargetId = WorldFactory.Id(own, 6, number),
            AdGroup = adGroup,
            Text = text,
            MatchType = matchType,
            Bid = isNegative ? null : WorldFactory.Money(adGroup.Campaign.Profile, own.For("bid").Between(20, 300)),

            // A negative target cannot be paused.
            Lifetime = isNegative ? lifetime with { StoppedState = "ARCHIVED" } : lifetime,
            Weight = isNegative ? 0 : Rates.WeightOf(own.For("weight")),
            Dice = own,
        };
    }

    /// <summary>A product, or the number of a category.</summary>
    private static string ProductText(Dice own) => own.For("category").Chance(0.4)
        ? own.For("number").Between(100_000, 999_999).ToString(System.Globalization.CultureInfo.InvariantCulture)
        : $"B0{own.For("asin").Between(10_000_000, 99_999_999)}";

    private static SimulatedAd MakeAd(SimulatedAdGroup adGroup, Dice own, int number)
    {
        string[] asins =
            [.. Enumerable.Range(0, 3).Select(index => $"B0{own.For("asin").For(index).Between(10_000_000, 99_999_999)}")];
        return new SimulatedAd
        {
            AdId = WorldFactory.Id(own, 1, number),
            Asin = asins[0],
            Sku = null,
            Brand = new BrandAdTraits
            {
                Name = $"{adGroup.Name} ad {number + 1}",
                IsMadeWithVersion3 = !adGroup.Campaign.Brand!.IsMultiAdGroupsEnabled,
                Lifetime = WorldFactory.MakeLifetime(own, adGroup.Lifetime.Start, stopProbability: 0.1),
                Asins = asins,
            },
        };
    }
}
