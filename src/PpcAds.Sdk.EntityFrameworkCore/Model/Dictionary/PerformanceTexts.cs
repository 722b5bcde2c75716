using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>The texts of figures, their history and the ledger.</summary>
internal static class PerformanceTexts
{
    public static IReadOnlyList<TableText> All { get; } =
    [
        TableText.Table(
            PpcAdsTables.Scopes,
            "A number for a profile and dataset, which is in each of their rows in place of both.",
            """
            scope_id: The number.
            account_id
            profile_id
            dataset
            ad_product
            metrics: The metrics that the dataset reports, a bit for each. One that is null in a row of performance_facts is 0.
            known_at: The instant of the newest load.
            """),
        TableText.Table(
            FactTable.Name,
            "The rows of performance_records as they are stored. A metric that is null is 0, or not reported, or in another "
            + "column: query performance_records.",
            """
            scope_id
            date
            campaign_id: The campaign; 0 if Amazon does not name it.
            detail
            ad_group_id
            ad_id
            target_id
            changed_at
            row_hash: A hash of the row as the report had it; null after a change by hand. PostgreSQL only.
            """,
            PerformanceMetrics.All.Select(metric => ColumnTexts.Find(PerformanceMetrics.GetColumnName(metric))),
            Enum.GetValues<PerformanceText>().Select(text => ColumnTexts.Find(EnumText.Of(text))),
            ColumnTexts.Read(
                """
                attribution_days
                currency
                top_of_search_impression_share
                extra
                """)),
        TableText.Table(
            ChangeTable.Name,
            "By what a load changed the figures of a row of a day that had been loaded before. Null is no difference.",
            """
            scope_id
            date
            campaign_id: The campaign; 0 if Amazon does not name it.
            detail
            known_at
            """,
            PerformanceMetrics.Aggregated.Select(metric => PerformanceMetrics.GetColumnName(metric))
                .Select(name => new ColumnText(name, $"The difference of {name}."))),
        TableText.Table(
            PpcAdsTables.Days,
            "The ledger: a day of a profile and dataset that a load has reached. A day that is not there was never loaded.",
            """
            account_id
            profile_id
            dataset
            date
            state: loaded, empty, suspect or unproven.
            report_id: The id that Amazon gave the report of the day.
            report_generated_at
            loaded_at: When the day was last loaded.
            first_loaded_at: When figures of the day were first loaded; null if none were.
            rows: The rows of the day.
            rows_removed: The rows that the newest report removed.
            impressions: The sum of impressions.
            clicks: The sum of clicks.
            cost: The sum of cost.
            checksum
            """),
        TableText.Table(
            PpcAdsTables.DayLoads,
            "A load of a day: from it the age of figures at any instant is known.",
            """
            scope_id
            date
            loaded_at
            report_generated_at
            """),
        TableText.Table(
            PpcAdsTables.ExchangeRates,
            "Exchange rates into one reporting currency, filled by the application; without them the columns that end in "
            + "_reporting are null.",
            """
            currency: The currency that is converted (ISO 4217). The reporting currency has rows of its own, with the rate 1.
            date: The day, as in the rows that are converted. Days without a row are not converted.
            rate: The units of the reporting currency for one unit of the currency.
            """),
    ];
}
