using System.Data.Common;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Reading;

/// <summary>The sums that stand on an entity.</summary>
internal static class EntitySums
{
    private static readonly string[] Suffixes = ["_total", "_30d"];

    public static IEnumerable<string> Columns(PpcAdsSqlDialect dialect) =>
    [
        "performance_from", "as_of", "currency", "attribution_days",
        .. Suffixes.SelectMany(suffix => PerformanceMetrics.Aggregated.Select(metric =>
        {
            string name = PerformanceMetrics.GetColumnName(metric) + suffix;
            return PerformanceMetrics.IsMoney(metric) ? dialect.MoneyColumn(name) : name;
        })),
    ];

    /// <summary>The sums, or null when their grain is not loaded.</summary>
    public static PerformanceSummary? Read(PpcAdsSqlDialect dialect, DbDataReader reader, int first)
    {
        if (reader.IsDBNull(first) || reader.IsDBNull(first + 1))
        {
            return null;
        }

        return new PerformanceSummary
        {
            From = dialect.ReadDate(reader, first),
            AsOf = dialect.ReadDate(reader, first + 1),
            CurrencyCode = reader.IsDBNull(first + 2) ? null : reader.GetString(first + 2),
            AttributionDays = reader.IsDBNull(first + 3) ? null : reader.GetInt32(first + 3),
            Total = Sums(first + 4),
            Last30Days = Sums(first + 4 + PerformanceMetrics.Aggregated.Count),
        };

        PerformanceSums Sums(int at) => new(Count(at), Count(at + 1), Money(at + 2), Money(at + 3), Count(at + 4), Count(at + 5));

        long Count(int at) => reader.IsDBNull(at) ? 0 : reader.GetInt64(at);

        decimal Money(int at) => EntitySql.ReadMoney(dialect, reader, at) ?? 0;
    }
}
