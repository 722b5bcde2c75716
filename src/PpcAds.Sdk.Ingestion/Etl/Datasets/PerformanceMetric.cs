namespace PpcAds.Sdk.Etl;

/// <summary>The additive metrics of <c>performance_records</c>, in the order of its columns.</summary>
public enum PerformanceMetric
{
    /// <summary>How often ads were shown, invalid traffic taken out.</summary>
    Impressions,

    /// <summary>How often ads were in view.</summary>
    ViewableImpressions,

    /// <summary>Clicks, invalid ones taken out.</summary>
    Clicks,

    /// <summary>What the clicks (or views) cost. Money.</summary>
    Cost,

    /// <summary>Sales within the attribution window. Money.</summary>
    Sales,

    /// <summary>Orders within the attribution window.</summary>
    Orders,

    /// <summary>Units within the attribution window.</summary>
    Units,

    /// <summary>Sales after a click only. Money.</summary>
    SalesClicks,

    /// <summary>Orders after a click only.</summary>
    OrdersClicks,

    /// <summary>Units after a click only.</summary>
    UnitsClicks,

    /// <summary>Sales within 1 day. Money.</summary>
    Sales1d,

    /// <summary>Sales within 7 days. Money.</summary>
    Sales7d,

    /// <summary>Sales within 14 days. Money.</summary>
    Sales14d,

    /// <summary>Sales within 30 days. Money.</summary>
    Sales30d,

    /// <summary>Orders within 1 day.</summary>
    Orders1d,

    /// <summary>Orders within 7 days.</summary>
    Orders7d,

    /// <summary>Orders within 14 days.</summary>
    Orders14d,

    /// <summary>Orders within 30 days.</summary>
    Orders30d,

    /// <summary>Units within 1 day.</summary>
    Units1d,

    /// <summary>Units within 7 days.</summary>
    Units7d,

    /// <summary>Units within 14 days.</summary>
    Units14d,

    /// <summary>Units within 30 days.</summary>
    Units30d,

    /// <summary>Sales of the advertised product itself. Money.</summary>
    SalesPromoted,

    /// <summary>Sales to shoppers who bought nothing of the brand in the year before. Money.</summary>
    NewToBrandSales,

    /// <summary>Orders of such shoppers.</summary>
    NewToBrandOrders,

    /// <summary>Units that such shoppers bought.</summary>
    NewToBrandUnits,

    /// <summary>Pages of Kindle books that were read within 14 days ("normalized" ones in Amazon's words).</summary>
    KindlePagesRead,

    /// <summary>The estimated royalties of those pages. Money.</summary>
    KindleRoyalties,
}
