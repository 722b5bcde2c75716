using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>
/// The table <c>performance_changes</c>: by what a load changed figures of a day that had been loaded before, so that the figures
/// of any instant are those of now less what came later. A difference of 0 is null.
/// </summary>
[Experimental(Experimentals.StoreMakers)]
public static class ChangeTable
{
    /// <summary>The name of the table.</summary>
    public const string Name = "performance_changes";

    internal static void Configure(ModelBuilder modelBuilder, PpcAdsTableDialect dialect, string? schema) =>
        modelBuilder.SharedTypeEntity<Dictionary<string, object>>(Name, entity =>
        {
            var columns = new OrderedColumns(entity, dialect);
            entity.ToTable(Name, schema);
            columns.Add<int>("scope_id");
            columns.Add<DateOnly>("date");
            columns.Add<long>("campaign_id");
            dialect.MapDetail(columns.Add<Guid>("detail"));
            dialect.MapInstant(columns.Add<DateTimeOffset>("known_at"));
            entity.HasKey("scope_id", "known_at", "date", "campaign_id", "detail");
            foreach (PerformanceMetric metric in PerformanceMetrics.Aggregated.OrderBy(PerformanceMetrics.IsMoney))
            {
                string name = PerformanceMetrics.GetColumnName(metric);
                if (PerformanceMetrics.IsMoney(metric))
                {
                    columns.AddMoney(name);
                }
                else
                {
                    columns.Add<int?>(name);
                }
            }
        });
}
