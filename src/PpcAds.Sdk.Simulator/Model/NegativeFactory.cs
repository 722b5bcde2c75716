namespace PpcAds.Sdk.Simulator.Model;

/// <summary>The negative targets of a Sponsored Products campaign. They are created on request and have no figures.</summary>
internal static class NegativeFactory
{
    private static readonly string[] Words = ["free", "used", "cheap", "repair", "manual pdf", "second hand"];
    private static readonly string[] MatchTypes = ["NEGATIVE_EXACT", "NEGATIVE_PHRASE"];

    public static IEnumerable<SimulatedNegative> Of(SimulatedCampaign campaign) =>
        Under(campaign, null, campaign.Dice).Concat(
            campaign.AdGroups.SelectMany((adGroup, index) => Under(campaign, adGroup, campaign.Dice.For("group").For(index))));

    private static IEnumerable<SimulatedNegative> Under(SimulatedCampaign campaign, SimulatedAdGroup? adGroup, Dice dice)
    {
        Dice own = dice.For("negatives");
        Lifetime parent = adGroup?.Lifetime ?? campaign.Lifetime;
        int count = (int)own.For("count").Between(0, 4);
        for (int number = 0; number < count; number++)
        {
            Dice one = own.For(number);
            bool keyword = one.For("keyword").Chance(0.6);
            yield return new SimulatedNegative
            {
                // Keywords and targets count for themselves: the same number may stand for both.
                Id = WorldFactory.Id(one, keyword ? 6 : 8, number),
                Campaign = campaign,
                AdGroup = adGroup,
                Text = keyword ? one.For("words").Pick(Words) : $"B0{one.For("asin").Between(10_000_000, 99_999_999)}",
                MatchType = keyword ? MatchTypes[number % MatchTypes.Length] : null,
                Lifetime = new Lifetime(parent.Start, one.For("stop").Chance(0.2) ? parent.Start.AddDays(90) : null, "ARCHIVED"),
            };
        }
    }
}
