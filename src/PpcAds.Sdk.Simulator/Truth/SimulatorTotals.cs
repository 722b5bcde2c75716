namespace PpcAds.Sdk.Simulator;

/// <summary>Sums over rows. Money is in the profile's currency, exact; conversions by attribution window in days.</summary>
public sealed record SimulatorTotals
{
    /// <summary>How many rows.</summary>
    public int Rows { get; init; }

    /// <summary>Impressions.</summary>
    public long Impressions { get; init; }

    /// <summary>Clicks.</summary>
    public long Clicks { get; init; }

    /// <summary>Cost.</summary>
    public decimal Cost { get; init; }

    /// <summary>Purchases within 1 day.</summary>
    public long Purchases1d { get; init; }

    /// <summary>Purchases within 7 days.</summary>
    public long Purchases7d { get; init; }

    /// <summary>Purchases within 14 days.</summary>
    public long Purchases14d { get; init; }

    /// <summary>Purchases within 30 days.</summary>
    public long Purchases30d { get; init; }

    /// <summary>Units within 1 day.</summary>
    public long UnitsSold1d { get; init; }

    /// <summary>Units within 7 days.</summary>
    public long UnitsSold7d { get; init; }

    /// <summary>Units within 14 days.</summary>
    public long UnitsSold14d { get; init; }

    /// <summary>Units within 30 days.</summary>
    public long UnitsSold30d { get; init; }

    /// <summary>Sales within 1 day.</summary>
    public decimal Sales1d { get; init; }

    /// <summary>Sales within 7 days.</summary>
    public decimal Sales7d { get; init; }

    /// <summary>Sales within 14 days.</summary>
    public decimal Sales14d { get; init; }

    /// <summary>Sales within 30 days.</summary>
    public decimal Sales30d { get; init; }

    /// <summary>Viewable impressions; 0 for Sponsored Products, which does not report them.</summary>
    public long ViewableImpressions { get; init; }

    /// <summary>Purchases within 14 days of a click or a view.</summary>
    public long Purchases { get; init; }

    /// <summary>Units within 14 days of a click or a view.</summary>
    public long UnitsSold { get; init; }

    /// <summary>Sales within 14 days of a click or a view.</summary>
    public decimal Sales { get; init; }

    /// <summary>Those of <see cref="Purchases"/> by shoppers who are new to the brand.</summary>
    public long NewToBrandPurchases { get; init; }

    /// <summary>Those of <see cref="UnitsSold"/> by shoppers who are new to the brand.</summary>
    public long NewToBrandUnitsSold { get; init; }

    /// <summary>Those of <see cref="Sales"/> by shoppers who are new to the brand.</summary>
    public decimal NewToBrandSales { get; init; }

    /// <summary>Pages read of Kindle books within 14 days of a click.</summary>
    public long KindlePagesReadAfterClicks { get; init; }

    /// <summary>Pages read of Kindle books within 14 days of a click or a view.</summary>
    public long KindlePagesRead { get; init; }

    /// <summary>What <see cref="KindlePagesReadAfterClicks"/> earned.</summary>
    public decimal KindleRoyaltiesAfterClicks { get; init; }

    /// <summary>What <see cref="KindlePagesRead"/> earned.</summary>
    public decimal KindleRoyalties { get; init; }
}
