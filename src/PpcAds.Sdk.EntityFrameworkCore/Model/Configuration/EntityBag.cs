using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>
/// A table of entities without a class: a bag of values, so that a further type of entities needs no more than its table.
/// </summary>
internal static class EntityBag
{
    public static void Configure(ModelBuilder modelBuilder, EntityTable table, PpcAdsTableDialect dialect, string? schema) =>
        modelBuilder.SharedTypeEntity<Dictionary<string, object>>(table.Name, entity =>
        {
            entity.ToTable(table.Name, schema);
            foreach (string key in (string[])["account_id", "profile_id", table.IdColumn])
            {
                entity.IndexerProperty<long>(key).HasColumnName(key).ValueGeneratedNever();
            }

            foreach (EntityColumn column in table.Attributes)
            {
                PropertyBuilder property = entity.IndexerProperty(TypeOf(column.Kind), column.Name).IsRequired(column.IsRequired);
                if (column.Kind == EntityColumnKind.Money)
                {
                    dialect.MapMoney(entity, column.Name, column.Name, column.IsRequired);
                }
                else
                {
                    property.HasColumnName(column.Name);
                }
            }

            entity.HasKey([.. (string[])["account_id", .. table.KeyColumns]]);
            entity.IndexerProperty<string>("source").HasColumnName("source").HasMaxLength(20).IsRequired();
            foreach (string instant in (string[])["first_seen_at", "last_seen_at", "changed_at"])
            {
                dialect.MapInstant(entity.IndexerProperty<DateTimeOffset>(instant).HasColumnName(instant));
            }
        });

    private static Type TypeOf(EntityColumnKind kind) => kind switch
    {
        EntityColumnKind.Number => typeof(long?),
        EntityColumnKind.Money => typeof(decimal?),
        EntityColumnKind.Date => typeof(DateOnly?),
        EntityColumnKind.Flag => typeof(bool?),
        _ => typeof(string),
    };
}
