namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>
/// What each table, view and column holds: the comments that PostgreSQL stores, and docs/data-dictionary.md. Texts have no
/// braces, which EF Core would take for parameters.
/// </summary>
internal static class DataDictionary
{
    private static readonly Dictionary<string, string> ViewTexts = new(StringComparer.Ordinal)
    {
        [PpcAdsTables.Records] =
            "A day of an entity in a dataset. Choose one dataset before summing: the same cost is in several. A null metric is "
            + "one that the dataset does not report.",
        ["campaign_performance"] = "A day of a campaign.",
        ["ad_group_performance"] = "A day of an ad group.",
        ["keyword_performance"] = "A day of a keyword.",
        ["target_performance"] = "A day of a keyword or other target.",
        ["search_term_performance"] = "A day of what shoppers searched for, by the target that matched it.",
        ["placement_performance"] = "A day of a campaign in a placement.",
        ["product_performance"] = "A day of an advertised product.",
        ["purchased_product_performance"] =
            "A day of a product that was bought after another was advertised: sales, orders and units only.",
        [AccountView.Name] = "A day of a profile, by ad product and currency: the sums of the rows by campaign.",
        [RestatementsView.Name] =
            "By what a load changed a day that had been loaded before. Metrics are differences; age_days is the age of the day "
            + "when the load was made, in days of UTC. A row that is gone counts in the currency of the profile.",
        [MissingDaysView.Name] =
            "A day that was never loaded though Amazon keeps it, from the first loaded day of the profile and dataset on. A day "
            + "counts once it has ended in all marketplaces (UTC-8).",
    };

    /// <summary>All tables, then all views, with the columns that they have in PostgreSQL.</summary>
    /// <param name="dialect">PostgreSQL.</param>
    public static IReadOnlyList<TableText> Of(PpcAdsModelDialect dialect) =>
    [
        .. EntityTexts.All,
        .. PerformanceTexts.All,
        .. BookkeepingTexts.All,
        .. PpcAdsViews.All(dialect, "").Select(view =>
            TableText.View(view.Name, ViewTexts[view.Name], view.Columns.Select(column => column.Name))),
    ];
}
