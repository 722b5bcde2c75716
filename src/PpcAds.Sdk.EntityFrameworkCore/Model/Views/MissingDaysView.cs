using System.Globalization;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>
/// The view <c>missing_days</c>: what Amazon still keeps, from the first day in the ledger of a profile and dataset to yesterday,
/// and was never loaded. How long Amazon keeps it is the catalogue's, not an option's of a host.
/// </summary>
internal static class MissingDaysView
{
    public const string Name = "missing_days";

    public static ViewDefinition Define(ViewParts parts)
    {
        string date = parts.Dialect.DaysAgo("a.age_days");
        return new ViewDefinition(
            Name,
            [
                ("account_id", "s.account_id"),
                ("profile_id", "s.profile_id"),
                ("profile_name", "p.name"),
                ("country_code", "p.country_code"),
                ("dataset", "s.dataset"),
                ("ad_product", "s.ad_product"),
                ("date", date),
                ("age_days", "a.age_days"),
            ],
            $"""
            FROM {parts.Of(PpcAdsTables.Scopes)} s
            JOIN kept n
              ON n.dataset = s.dataset
            JOIN ages a
              ON a.age_days <= n.days
            {parts.JoinProfile("s")}
            WHERE {date} > (
                SELECT MIN(d.date)
                FROM {OfScope(parts)})
              AND NOT EXISTS (
                SELECT 1
                FROM {OfScope(parts)}
                  AND d.date = {date})
            """)
        {
            With =
                $"""
                WITH RECURSIVE kept(dataset, days) AS (
                  VALUES
                    {string.Join(",\n    ", Datasets.All.Select(Kept))}
                ),
                ages(age_days) AS (
                  SELECT 1
                  UNION ALL
                  SELECT age_days + 1
                  FROM ages
                  WHERE age_days < {Datasets.All.Max(dataset => dataset.ReportType.RetentionDays)}
                )
                """,
        };
    }

    private static string Kept(Dataset dataset) =>
        string.Create(CultureInfo.InvariantCulture, $"('{dataset.Id}', {dataset.ReportType.RetentionDays})");

    private static string OfScope(ViewParts parts) =>
        $"""
        {parts.Of(PpcAdsTables.Days)} d
                WHERE d.account_id = s.account_id
                  AND d.profile_id = s.profile_id
                  AND d.dataset = s.dataset
        """;
}
