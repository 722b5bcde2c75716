using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.Dashboard.Tests.Browser;

/// <summary>The figures of a row of a page.</summary>
internal sealed record TourFigures(long Impressions, long Clicks, decimal Cost, long Orders, decimal Sales)
{
    public static TourFigures Sum(IEnumerable<SimulatorTotals> rows) => rows.Aggregate(
        new TourFigures(0, 0, 0, 0, 0),
        (sum, row) => new TourFigures(
            sum.Impressions + row.Impressions,
            sum.Clicks + row.Clicks,
            sum.Cost + row.Cost,
            sum.Orders + row.Purchases7d,
            sum.Sales + row.Sales7d));

    /// <summary>As the headline of a page has them: spend, sales, orders.</summary>
    public string[] Headline => [TourText.Money(Cost), TourText.Money(Sales), TourText.Count(Orders)];

    /// <summary>As a row of a table has them: impressions, clicks, CTR, CPC, spend, orders, CVR, sales, ACoS.</summary>
    public string[] Row =>
    [
        TourText.Count(Impressions),
        TourText.Count(Clicks),
        TourText.Rate(Clicks, Impressions, 2, "no impressions"),
        Clicks == 0 ? "no clicks" : TourText.Amount(Cost / Clicks),
        TourText.Amount(Cost),
        TourText.Count(Orders),
        TourText.Rate(Orders, Clicks, 1, "no clicks"),
        TourText.Amount(Sales),
        TourText.Rate(Cost, Sales, 1, "no sales"),
    ];

    /// <summary>As a row of a card within the page of what it is part of: clicks, spend, orders, sales, ACoS.</summary>
    public string[] Part => [Row[1], Row[4], Row[5], Row[7], Row[8]];
}
