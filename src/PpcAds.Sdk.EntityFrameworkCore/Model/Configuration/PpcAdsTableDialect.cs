using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>What the tables look like in one kind of database, as far as a model says it without SQL. For stores.</summary>
[Experimental(Experimentals.StoreMakers)]
public abstract class PpcAdsTableDialect
{
    /// <summary>The name of the EF Core provider that the tables are for.</summary>
    public abstract string ProviderName { get; }

    /// <summary>Maps an amount of money.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="propertyName">The decimal property.</param>
    /// <param name="columnName">Its column.</param>
    /// <param name="isRequired">Whether it is never null.</param>
    public abstract void MapMoney(EntityTypeBuilder entity, string propertyName, string columnName, bool isRequired);

    /// <summary>Adds the columns of <c>performance_facts</c> that only this kind of database has.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="order">The place of the next column.</param>
    public virtual void MapFacts(EntityTypeBuilder entity, ref int order)
    {
    }

    /// <summary>Maps the 16 bytes that identify a row.</summary>
    public virtual void MapDetail(PropertyBuilder builder)
    {
    }

    /// <summary>Maps an instant.</summary>
    public abstract void MapInstant(PropertyBuilder builder);

    /// <summary>Maps a JSON text.</summary>
    public abstract void MapJson(PropertyBuilder builder);

    /// <summary>Maps a rate of sums; if nothing is done, it is a column that the store fills.</summary>
    /// <param name="builder">The rate.</param>
    /// <param name="dividend">A column.</param>
    /// <param name="isDividendMoney">Whether it is money.</param>
    /// <param name="divisor">A column.</param>
    /// <param name="isDivisorMoney">Whether it is money.</param>
    public virtual void MapRate(
        PropertyBuilder builder, string dividend, bool isDividendMoney, string divisor, bool isDivisorMoney)
    {
    }

    /// <summary>Maps the ad product of a dataset; where there are no computed columns, it is the store's.</summary>
    /// <param name="builder">The property, a text.</param>
    /// <param name="dataset">The column of the dataset.</param>
    public virtual void MapAdProduct(PropertyBuilder builder, string dataset)
    {
    }
}
