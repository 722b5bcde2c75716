using System.Globalization;
using PpcAds.Sdk.Simulator.Demand;

namespace PpcAds.Sdk.Simulator.Model;

/// <summary>Makes the Sponsored Display campaigns of a profile: in turn for products and categories, and for audiences.</summary>
internal static class DisplayFactory
{
    private static readonly string[] BidOptimizations = ["clicks", "conversions"];
    private static readonly string[] Lookbacks = ["7", "14", "30", "60", "90"];

    public static IReadOnlyList<SimulatedCampaign> MakeCampaigns(SimulatedProfile profile, int count) =>
        [.. Enumerable.Range(0, count).Select(number => MakeCampaign(profile, number))];

    private static SimulatedCampaign MakeCampaign(SimulatedProfile profile, int number)
    {
        Dice own = profile.Dice.For("display campaign").For(number);
        string product = own.For("product").Pick(WorldFactory.Products);

        // Every pair of tactic and cost type comes once in four.
        bool forAudiences = number % 2 == 1;
        bool paysForViews = number % 4 >= 2;
        Lifetime lifetime = WorldFactory.MakeLifetime(
            own, WorldFactory.FirstDay.AddDays((int)own.For("start").Between(0, 300)), stopProbability: 0.3);
        var campaign = new SimulatedCampaign
        {
            CampaignId = WorldFactory.Id(own, 2, 500 + number),
            Profile = profile,
            Name = $"SD | {product} | {(forAudiences ? "Remarketing" : "Contextual")} {number + 1}",
            Product = product,
            TargetingType = "MANUAL",
            Lifetime = lifetime,
            EndDate = own.For("end").Chance(0.2) ? lifetime.Start.AddDays(900) : null,
            Budget = WorldFactory.Money(profile, own.For("budget").Between(500, 20_000)),
            PortfolioId = own.For("portfolio").Chance(0.4)
                ? WorldFactory.Id(profile.Dice.For("portfolio"), 9, own.For("which").Between(0, 2))
                : null,
            BiddingStrategy = "",
            TopOfSearchPercent = null,
            Dice = own,
            Display = new DisplayTraits
            {
                Tactic = forAudiences ? "T00030" : "T00020",
                CostType = paysForViews ? "vcpm" : "cpc",
                BidOptimization = paysForViews ? "reach" : own.For("optimization").Pick(BidOptimizations),
                CreativeType = own.For("creative").Chance(0.5) ? own.For("video").Chance(0.3) ? "VIDEO" : "IMAGE" : null,
            },
        };
        campaign.AdGroups =
            [.. Enumerable.Range(0, (int)own.For("groups").Between(1, 2)).Select(index => MakeAdGroup(campaign, product, index))];
        return campaign;
    }

    private static SimulatedAdGroup MakeAdGroup(SimulatedCampaign campaign, string product, int number)
    {
        Dice own = campaign.Dice.For("group").For(number);
        var adGroup = new SimulatedAdGroup
        {
            // The first ad group has the number of its campaign: ids are unique only per type and profile.
            AdGroupId = number == 0 ? campaign.CampaignId : WorldFactory.Id(own, 4, 500 + number),
            Campaign = campaign,
            Name = $"{product} {number + 1}",
            Lifetime = WorldFactory.MakeLifetime(own, campaign.Lifetime.Start, stopProbability: 0.1),
            DefaultBid = WorldFactory.Money(campaign.Profile, own.For("bid").Between(20, 200)),
        };
        adGroup.Targets =
        [
            .. Enumerable.Range(0, (int)own.For("targets").Between(2, 5))
                .Select(index => MakeTarget(adGroup, own.For("target").For(index), index)),
        ];
        adGroup.Negatives = campaign.Display!.IsForAudiences
            ? []
            :
            [
                .. Enumerable.Range(0, (int)own.For("negatives").Between(1, 3))
                    .Select(index => MakeNegative(adGroup, own.For("negative").For(index), index)),
            ];
        adGroup.Ads =
        [
            .. Enumerable.Range(0, (int)own.For("ads").Between(1, 2))
                .Select(index => MakeAd(adGroup, own.For("ad").For(index), index)),
        ];
        return adGroup;
    }

    private static SimulatedTarget MakeTarget(SimulatedAdGroup adGroup, Dice own, int number)
    {
        IReadOnlyList<TargetPredicate> expression = adGroup.Campaign.Display!.IsForAudiences
            ? ForAudience(own, number)
            : ForProducts(own, number);
        return new SimulatedTarget
        {
            TargetId = WorldFactory.Id(own, 6, 500 + number),
            AdGroup = adGroup,
            Text = string.Join(' ', expression),
            MatchType = "TARGETING_EXPRESSION",
            Bid = own.For("own bid").Chance(0.7)
                ? WorldFactory.Money(adGroup.Campaign.Profile, own.For("bid").Between(20, 300))
                : null,
            Lifetime = WorldFactory.MakeLifetime(own, adGroup.Lifetime.Start, stopProbability: 0.15),
            Weight = Rates.WeightOf(own.For("weight")),
            Dice = own,
            Expression = expression,
        };
    }

    /// <summary>A product, a category within a range of prices, or what is like the product.</summary>
    private static TargetPredicate[] ForProducts(Dice own, int number) => (number % 3) switch
    {
        0 => [new("asinSameAs", Asin(own))],
        1 => [new("asinCategorySameAs", Category(own)), new("asinPriceBetween", "5-20")],
        _ => [new("similarProduct")],
    };

    /// <summary>Who saw or bought something, or one of Amazon's audiences.</summary>
    private static TargetPredicate[] ForAudience(Dice own, int number)
    {
        var lookback = new TargetPredicate("lookback", own.For("lookback").Pick(Lookbacks));
        return (number % 4) switch
        {
            0 => [new("views", Values: [new("asinCategorySameAs", Category(own)), lookback])],
            1 => [new("purchases", Values: [new("exactProduct"), lookback])],
            2 =>
            [
                new("audience", Values:
                [
                    new(
                        "audienceSameAs",
                        own.For("audience").Between(100_000_000_000, 999_999_999_999).ToString(CultureInfo.InvariantCulture)),
                ]),
            ],

            // One of the old kind.
            _ => [new("similarProduct", EventType: "views")],
        };
    }

    private static SimulatedTarget MakeNegative(SimulatedAdGroup adGroup, Dice own, int number)
    {
        TargetPredicate predicate = number % 2 == 0
            ? new TargetPredicate("asinSameAs", Asin(own))
            : new TargetPredicate("asinBrandSameAs", Category(own));
        return new SimulatedTarget
        {
            TargetId = WorldFactory.Id(own, 6, 600 + number),
            AdGroup = adGroup,
            Text = predicate.ToString(),
            MatchType = "TARGETING_EXPRESSION",
            Bid = null,
            Lifetime = WorldFactory.MakeLifetime(own, adGroup.Lifetime.Start, stopProbability: 0.15),
            Weight = 0,
            Dice = own,
            Expression = [predicate],
        };
    }

    private static SimulatedAd MakeAd(SimulatedAdGroup adGroup, Dice own, int number)
    {
        string asin = Asin(own);
        return new SimulatedAd
        {
            AdId = WorldFactory.Id(own, 7, 500 + number),
            Asin = asin,
            Sku = adGroup.Campaign.Profile.IsVendor ? null : $"SKU-{asin[2..]}-{number + 1}",
            Display = new DisplayAdTraits
            {
                Name = own.For("named").Chance(0.5) ? $"{adGroup.Name} ad {number + 1}" : null,
                Lifetime = WorldFactory.MakeLifetime(own, adGroup.Lifetime.Start, stopProbability: 0.1),
                LandingPageUrl = own.For("store").Chance(0.2) ? $"https://store.example/{asin}" : null,
            },
        };
    }

    private static string Asin(Dice own) => $"B0{own.For("asin").Between(10_000_000, 99_999_999)}";

    private static string Category(Dice own) =>
        own.For("category").Between(100_000, 999_999).ToString(CultureInfo.InvariantCulture);
}
