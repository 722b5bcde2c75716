using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
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
            int order = 0;
            entity.ToTable(Name, schema);
            Column<int>("scope_id");
            Column<DateOnly>("date");
            Column<long>("campaign_id");
            dialect.MapDetail(Column<Guid>("detail"));
            entity.HasKey("scope_id", "date", "campaign_id", "detail");
            Column<long?>("ad_group_id");
            Column<long?>("ad_id");
            Column<long?>("target_id");
            dialect.MapInstant(Column<DateTimeOffset>("changed_at"));
            dialect.MapFacts(entity, ref order);
            foreach (PerformanceMetric metric in PerformanceMetrics.All.Where(metric => !PerformanceMetrics.IsMoney(metric)))
            {
                Column<int?>(PerformanceMetrics.GetColumnName(metric));
            }

            Column<short>("attribution_days");
            Column<string>("currency").IsRequired().HasMaxLength(CurrencyLength);
            foreach (PerformanceText text in Enum.GetValues<PerformanceText>())
            {
                Column<string>(EnumText.Of(text)).IsRequired(false);
            }

            foreach (string metric in PerformanceMetrics.All.Where(PerformanceMetrics.IsMoney)
                .Select(PerformanceMetrics.GetColumnName).Append(Share))
            {
                entity.IndexerProperty<decimal?>(metric).HasColumnOrder(order++);
                dialect.MapMoney(entity, metric, metric, isRequired: false);
            }

            dialect.MapJson(Column<string>(Extra).IsRequired(false));

            PropertyBuilder<T> Column<T>(string name) => entity.IndexerProperty<T>(name).HasColumnName(name)
                .ValueGeneratedNever().HasColumnOrder(order++);
        });
}
