using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PpcAds.Sdk.Benchmarks.Reads;

/// <summary>The wide table, without a class for its rows.</summary>
internal sealed class WideContext(DbConnection connection, bool isSqlite) : DbContext
{
    private const string Table = "performance_records";
    private const long Micros = 1_000_000;

    public IQueryable<Dictionary<string, object>> Records => Set<Dictionary<string, object>>(Table).AsNoTracking();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        _ = isSqlite
            ? optionsBuilder.UseSqlite(connection)
            : optionsBuilder.UseNpgsql(connection);

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.SharedTypeEntity<Dictionary<string, object>>(Table, entity =>
        {
            entity.ToTable(Table);
            foreach (string column in WideColumns.Stored(isSqlite ? "_micros" : ""))
            {
                Add(entity, column);
            }

            entity.HasKey("account_id", "profile_id", "dataset", "date", "entity_key");
        });

    private void Add(EntityTypeBuilder<Dictionary<string, object>> entity, string column)
    {
        _ = column switch
        {
            "account_id" or "profile_id" => entity.IndexerProperty<long>(column).HasColumnName(column),
            "attribution_days" => entity.IndexerProperty<int>(column).HasColumnName(column),
            "date" => entity.IndexerProperty<DateOnly>(column).HasColumnName(column),
            "dataset" or "entity_key" or "currency" => entity.IndexerProperty<string>(column).HasColumnName(column),
            "changed_at" when !isSqlite => entity.IndexerProperty<DateTime>(column).HasColumnName(column),
            _ when IsText(column) => entity.IndexerProperty<string>(column).HasColumnName(column).IsRequired(false),
            _ when IsMoney(column) => entity.IndexerProperty<decimal?>(column).HasColumnName(column),
            _ when IsMicros(column) => entity.IndexerProperty<decimal?>(column).HasColumnName(column)
                .HasConversion(amount => (long?)(amount * Micros), micros => micros / (decimal)Micros),
            _ => (PropertyBuilder)entity.IndexerProperty<long?>(column).HasColumnName(column),
        };
    }

    /// <summary>Whole millionths, which the SDK gives in currency units as well.</summary>
    private static bool IsMicros(string column) => column.EndsWith("_micros", StringComparison.Ordinal);

    private static bool IsText(string column) => column is "target_kind" or "target_text" or "match_type" or "search_term"
        or "placement" or "advertised_asin" or "advertised_sku" or "purchased_asin";

    private static bool IsMoney(string column) =>
        !IsMicros(column) && (column == "cost" || column.StartsWith("sales", StringComparison.Ordinal));
}
