using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Model;

/// <summary>The SDK's tables without what needs SQL: views, computed columns, indexes of some rows.</summary>
internal static class RelationalModel
{
    public const string Turns = "ppc_turns";

    /// <summary>SQL Server's keys have at most 900 bytes, and a text in a key needs a bound anywhere but in SQLite.</summary>
    private const int KeyLength = 100;

    public static void Apply(ModelBuilder modelBuilder, string providerName)
    {
        PpcAdsModel.Apply(modelBuilder, new RelationalTableDialect(providerName));

        // The view of rows, and what only views read.
        modelBuilder.Ignore<PpcPerformanceRecord>();
        modelBuilder.Ignore<PpcExchangeRate>();

        // Verification reads it by SQL.
        modelBuilder.Entity<PpcPerformanceDay>().Ignore(day => day.Checksum);
        modelBuilder.Entity<PpcTurn>(entity =>
        {
            entity.ToTable(Turns);
            entity.HasKey(turn => turn.Name);
            entity.Property(turn => turn.Name).HasColumnName("name").HasMaxLength(KeyLength);
            entity.Property(turn => turn.Taken).HasColumnName("taken");
        });
        foreach (IMutableEntityType type in modelBuilder.Model.GetEntityTypes())
        {
            Simplify(type);
        }
    }

    /// <summary>
    /// The condition of an index is SQL, and not each database takes it. What the index kept unique, the stores keep so by
    /// <see cref="PpcTurn"/>.
    /// </summary>
    private static void Simplify(IMutableEntityType type)
    {
        foreach (IMutableIndex index in type.GetIndexes().Where(HasFilterOfOurs))
        {
            index.SetFilter(null);
            index.IsUnique = false;
        }

        // A provider's own stays: SQL Server takes two nulls for equal.
        static bool HasFilterOfOurs(IMutableIndex index) =>
            ((IConventionIndex)index).GetFilterConfigurationSource() == ConfigurationSource.Explicit;

        IEnumerable<IMutableProperty> keys = type.GetKeys().SelectMany(key => key.Properties)
            .Concat(type.GetIndexes().SelectMany(index => index.Properties));
        foreach (IMutableProperty property in keys.Where(
            property => property.ClrType == typeof(string) && property.GetMaxLength() is null))
        {
            property.SetMaxLength(KeyLength);
        }
    }
}
