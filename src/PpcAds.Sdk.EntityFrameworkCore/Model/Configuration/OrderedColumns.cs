using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>The columns of a table without a class, in the order in which they are added.</summary>
/// <param name="entity">The table.</param>
/// <param name="dialect">The kind of database.</param>
internal sealed class OrderedColumns(EntityTypeBuilder<Dictionary<string, object>> entity, PpcAdsTableDialect dialect)
{
    private int _order;

    /// <summary>Adds a column whose name is that of its property.</summary>
    public PropertyBuilder<T> Add<T>(string name) => entity.IndexerProperty<T>(name).HasColumnName(name)
        .ValueGeneratedNever().HasColumnOrder(_order++);

    /// <summary>Adds an amount that may be missing.</summary>
    public void AddMoney(string name)
    {
        entity.IndexerProperty<decimal?>(name).HasColumnOrder(_order++);
        dialect.MapMoney(entity, name, name, isRequired: false);
    }

    /// <summary>Adds what the database alone has.</summary>
    public void AddOwn() => dialect.MapFacts(entity, ref _order);
}
