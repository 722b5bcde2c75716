using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>
/// The table <c>performance_facts</c>, of which the view <c>performance_records</c> is made: nothing twice, and no zeros. A
/// metric of 0 is null, and so is one whose figure another column has, such as the sales of the window that is the headline's.
/// </summary>
[Experimental(Experimentals.StoreMakers)]
public static class FactTable
{
    /// <summary>The name of the table.</summary>
    public const string Name = "performance_facts";

    /// <summary>
    /// The top-of-search impression share, a fraction of six decimals like an amount; null where there is none.
    /// </summary>
    public const string Share = "top_of_search_impression_share";

    /// <summary>The further columns of a report as JSON.</summary>
    public const string Extra = "extra";

    private const int CurrencyLength = 3;

    /// <summary>Gets the column of a dimension, such as <c>search_term</c>.</summary>
    /// <param name="text">The dimension.</param>
    public static string ColumnOf(PerformanceText text) => EnumText.Of(text);

    /// <summary>
    /// Columns of the same width stand together, the widest first: PostgreSQL would fill the gaps between others.
    /// </summary>
    internal static void Configure(ModelBuilder modelBuilder, PpcAdsTableDialect dialect, string? schema) =>
        modelBuilder.SharedTypeEntity<Dictionary<string, object>>(Name, entity =>
        {
            var columns = new OrderedColumns(entity, dialect);
            entity.ToTable(Name, schema);
            columns.Add<int>("scope_id");
            columns.Add<DateOnly>("date");
            columns.Add<long>("campaign_id");
            dialect.MapDetail(columns.Add<Guid>("detail"));
            entity.HasKey("scope_id", "date", "campaign_id", "detail");
            columns.Add<long?>("ad_group_id");
            columns.Add<long?>("ad_id");
            columns.Add<long?>("target_id");
            dialect.MapInstant(columns.Add<DateTimeOffset>("changed_at"));
            columns.AddOwn();
            foreach (PerformanceMetric metric in PerformanceMetrics.All.Where(metric => !PerformanceMetrics.IsMoney(metric)))
            {
                columns.Add<int?>(PerformanceMetrics.GetColumnName(metric));
            }

            columns.Add<short>("attribution_days");
            columns.Add<string>("currency").IsRequired().HasMaxLength(CurrencyLength);
            foreach (PerformanceText text in Enum.GetValues<PerformanceText>())
            {
                columns.Add<string>(EnumText.Of(text)).IsRequired(false);
            }

            foreach (string metric in PerformanceMetrics.All.Where(PerformanceMetrics.IsMoney)
                .Select(PerformanceMetrics.GetColumnName).Append(Share))
            {
                columns.AddMoney(metric);
            }

            dialect.MapJson(columns.Add<string>(Extra).IsRequired(false));
        });
}
