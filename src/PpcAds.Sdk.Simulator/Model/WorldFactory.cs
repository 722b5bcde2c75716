using System.Globalization;
using PpcAds.Sdk.Simulator.Demand;

namespace PpcAds.Sdk.Simulator.Model;

/// <summary>Makes profiles with their campaigns, ad groups, targets and ads.</summary>
internal sealed class WorldFactory(Dice dice, SimulatorOptions options)
{
    // Days are counted from a fixed one, not from the clock, so that a run one day later meets the same campaigns.
    internal static readonly DateOnly FirstDay = new(2025, 1, 1);

    internal static readonly string[] Products = [.. ProductTraits.All.Select(product => product.Name)];
    internal static readonly string[] Colours = ["blue", "green", "large", "small", "steel", "wooden", "gift", "kids"];
    private static readonly string[] MatchTypes = ["EXACT", "PHRASE", "BROAD"];
    private static readonly string[] AutoTargets = ["close-match", "loose-match", "substitutes", "complements"];
    private static readonly string[] Strategies = ["LEGACY_FOR_SALES", "AUTO_FOR_SALES", "MANUAL"];

    private readonly IReadOnlyList<Marketplace> _marketplaces =
        options.ShuffleMarketplaces ? Marketplace.Shuffled(dice) : Marketplace.All;

    public SimulatedProfile MakeProfile(int index, string type, bool viewOnly)
    {
        Marketplace marketplace = _marketplaces[index % _marketplaces.Count];
        Dice own = dice.For("profile").For(index);
        var profile = new SimulatedProfile
        {
            // Every other id is above 2^53, where a double loses digits.
            ProfileId = (index % 2 == 0 || !options.LargeProfileIds ? 1_000_000_000_000_000 : 9_100_000_000_000_000)
                + own.For("id").Between(1, 99_999_999_999_999),
            Marketplace = marketplace,
            Type = type,
            IsViewOnly = viewOnly,
            AdvertiserId = type == "seller"
                ? $"A{own.For("advertiser").Between(1_000_000_000_000, 9_999_999_999_999)}"
                : $"ENTITY{own.For("advertiser").Between(1_000_000_000, 9_999_999_999)}",
            Name = $"{(type == "agency" ? "Agency" : "Acme")} {marketplace.CountryCode} {index + 1}",
            Dice = own,
        };
        if (!profile.IsAgency)
        {
            profile.Campaigns = [.. Enumerable.Range(0, options.Campaigns).Select(number => MakeCampaign(profile, number))];
        }

        return profile;
    }

    private SimulatedCampaign MakeCampaign(SimulatedProfile profile, int number)
    {
        Dice own = profile.Dice.For("campaign").For(number);
        bool auto = own.For("auto").Chance(0.3);
        string product = own.For("product").Pick(Products);
        Lifetime lifetime = MakeLifetime(own, FirstDay.AddDays((int)own.For("start").Between(0, 300)), stopProbability: 0.3);
        var campaign = new SimulatedCampaign
        {
            CampaignId = Id(own, 3, number),
            Profile = profile,
            Name = $"SP | {product} | {(auto ? "Auto" : "Manual")} {number + 1}",
            Product = product,
            TargetingType = auto ? "AUTO" : "MANUAL",
            Lifetime = lifetime,
            EndDate = own.For("end").Chance(0.1) ? lifetime.Start.AddDays(900) : null,
            Budget = Money(profile, own.For("budget").Between(500, 20_000)),
            PortfolioId = own.For("portfolio").Chance(0.4)
                ? Id(profile.Dice.For("portfolio"), 9, own.For("which").Between(0, 2))
                : null,
            BiddingStrategy = own.For("strategy").Pick(Strategies),
            TopOfSearchPercent = own.For("top").Chance(0.5) ? (int)own.For("percent").Between(0, 90) * 10 : null,
            Dice = own,
        };
        int groups = options.AdGroupsPerCampaign ?? (int)own.For("groups").Between(1, 3);
        campaign.AdGroups = [.. Enumerable.Range(0, groups).Select(index => MakeAdGroup(campaign, product, index))];
        return campaign;
    }

    private SimulatedAdGroup MakeAdGroup(SimulatedCampaign campaign, string product, int number)
    {
        Dice own = campaign.Dice.For("group").For(number);
        var adGroup = new SimulatedAdGroup
        {
            // The first ad group has the number of its campaign: ids are unique only per type and profile.
            AdGroupId = number == 0 ? campaign.CampaignId : Id(own, 4, number),
            Campaign = campaign,
            Name = $"{product} {number + 1}",
            Lifetime = MakeLifetime(own, campaign.Lifetime.Start, stopProbability: 0.1),
            DefaultBid = Money(campaign.Profile, own.For("bid").Between(20, 200)),
        };
        adGroup.Targets = campaign.TargetingType == "AUTO"
            ?
            [
                .. AutoTargets.Select((text, index) => MakeTarget(
                    adGroup, own.For("target").For(index), text, "TARGETING_EXPRESSION_PREDEFINED", index)),
            ]
            : [.. MakeKeywords(adGroup, own, product), .. MakeProductTargets(adGroup, own)];
        adGroup.Ads =
        [
            .. Enumerable.Range(0, (int)own.For("ads").Between(1, 2))
                .Select(index => MakeAd(campaign.Profile, own.For("ad").For(index), index)),
        ];
        return adGroup;
    }

    private IEnumerable<SimulatedTarget> MakeKeywords(SimulatedAdGroup adGroup, Dice own, string product) =>
        Enumerable.Range(0, options.KeywordsPerAdGroup ?? (int)own.For("keywords").Between(2, 6))
            .Select(index => MakeKeyword(adGroup, own.For("target").For(index), product, index));

    private IEnumerable<SimulatedTarget> MakeProductTargets(SimulatedAdGroup adGroup, Dice own) =>
        Enumerable.Range(0, options.TargetsPerAdGroup ?? 0)
            .Select(index => MakeProductTarget(adGroup, own.For("product target").For(index), index));

    private static SimulatedTarget MakeKeyword(SimulatedAdGroup adGroup, Dice own, string product, int number) =>
        MakeTarget(adGroup, own, $"{own.For("colour").Pick(Colours)} {product}", MatchTypes[number % MatchTypes.Length], number);

    /// <summary>
    /// A product, or a brand within a category, up to a price and from a rating on. Numbered from 500 on, apart from the
    /// keywords.
    /// </summary>
    private static SimulatedTarget MakeProductTarget(SimulatedAdGroup adGroup, Dice own, int number)
    {
        string category = own.For("category").Between(100_000, 999_999).ToString(CultureInfo.InvariantCulture);
        TargetPredicate[] expression = number % 2 == 0
            ? [new("ASIN_SAME_AS", $"B0{own.For("asin").Between(10_000_000, 99_999_999)}")]
            :
            [
                new("ASIN_CATEGORY_SAME_AS", category),
                new("ASIN_BRAND_SAME_AS", own.For("brand").Between(100_000, 999_999).ToString(CultureInfo.InvariantCulture)),
                new("ASIN_PRICE_LESS_THAN", "20"),
                new("ASIN_REVIEW_RATING_GREATER_THAN", "3"),
            ];
        string text = number % 2 == 0
            ? $"asin=\"{expression[0].Value}\""
            : $"category=\"{category}\" brand=\"{expression[1].Value}\" price<20 rating>3";
        return MakeTarget(adGroup, own, text, "TARGETING_EXPRESSION", 500 + number, expression);
    }

    private static SimulatedTarget MakeTarget(
        SimulatedAdGroup adGroup,
        Dice own,
        string text,
        string matchType,
        int number,
        TargetPredicate[]? expression = null) => new()
        {
            TargetId = Id(own, 5, number),
            AdGroup = adGroup,
            Text = text,
            MatchType = matchType,
            Bid = own.For("own bid").Chance(0.7) ? Money(adGroup.Campaign.Profile, own.For("bid").Between(20, 300)) : null,
            Lifetime = MakeLifetime(own, adGroup.Lifetime.Start, stopProbability: 0.15),
            Weight = Rates.WeightOf(own.For("weight")),
            Dice = own,
            Expression = expression ?? [],
        };

    private static SimulatedAd MakeAd(SimulatedProfile profile, Dice own, int number)
    {
        string asin = $"B0{own.For("asin").Between(10_000_000, 99_999_999)}";
        return new SimulatedAd
        {
            AdId = Id(own, 7, number),
            Asin = asin,
            Sku = profile.IsVendor ? null : $"SKU-{asin[2..]}-{number + 1}",
        };
    }

    internal static Lifetime MakeLifetime(Dice own, DateOnly start, double stopProbability)
    {
        Dice stop = own.For("stop");
        return stop.Chance(stopProbability)
            ? new Lifetime(
                start,
                start.AddDays((int)stop.For("after").Between(60, 500)),
                stop.For("state").Chance(0.7) ? "PAUSED" : "ARCHIVED")
            : new Lifetime(start, null, "PAUSED");
    }

    /// <summary>An id of 15 digits: the first shows the type to a reader, the last ones distinguish siblings.</summary>
    internal static long Id(Dice own, int type, long number) =>
        (type * 100_000_000_000_000) + (own.For("id").Between(1, 99_999_999_999) * 1000) + (number % 1000);

    /// <summary>Exact at the currency's scale; yen amounts are about a hundred times the others.</summary>
    internal static decimal Money(SimulatedProfile profile, long hundredths) =>
        profile.Marketplace.MoneyDecimals == 0 ? hundredths : hundredths / 100m;
}
