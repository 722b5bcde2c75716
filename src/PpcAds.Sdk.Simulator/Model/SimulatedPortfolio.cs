namespace PpcAds.Sdk.Simulator.Model;

/// <summary>A portfolio of a profile.</summary>
internal sealed record SimulatedPortfolio(long PortfolioId, string Name, decimal? Budget, string Policy, DateOnly Created)
{
    private static readonly string[] Names = ["Brand", "Seasonal", "Clearance"];

    /// <summary>The portfolios that campaigns are in, and no others.</summary>
    public static IEnumerable<SimulatedPortfolio> Of(SimulatedProfile profile)
    {
        Dice dice = profile.Dice.For("portfolio");
        for (int number = 0; number < Names.Length; number++)
        {
            Dice own = dice.For("of").For(number);
            bool capped = own.For("capped").Chance(0.6);
            yield return new SimulatedPortfolio(
                WorldFactory.Id(dice, 9, number),
                $"{Names[number]} {profile.Marketplace.CountryCode}",
                capped ? own.For("budget").Between(100, 5000) : null,
                capped ? "MONTHLY_RECURRING" : "NO_CAP",
                new DateOnly(2025, 1, 1).AddDays((int)own.For("created").Between(0, 60)));
        }
    }
}
