using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>What the tables look like in one kind of database. For the package of that database, not for applications.</summary>
[Experimental(Experimentals.StoreMakers)]
public abstract class PpcAdsModelDialect
{
    /// <summary>The name of the EF Core provider that the tables are for.</summary>
    public abstract string ProviderName { get; }

    /// <summary>The collation that compares byte by byte.</summary>
    public abstract string BinaryCollation { get; }

    /// <summary>Whether a computed column must be stored.</summary>
    public abstract bool StoresComputedColumns { get; }

    /// <summary>Maps an amount of money.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="propertyName">The decimal property.</param>
    /// <param name="columnName">Its column.</param>
    /// <param name="isRequired">Whether it is never null.</param>
    public abstract void MapMoney(EntityTypeBuilder entity, string propertyName, string columnName, bool isRequired);

    /// <summary>Adds the columns of <c>performance_records</c> that only this kind of database has.</summary>
    /// <param name="entity">The entity.</param>
    public virtual void MapPerformanceRecord(EntityTypeBuilder entity)
    {
    }

    /// <summary>Maps an instant.</summary>
    public abstract void MapInstant(PropertyBuilder builder);

    /// <summary>Maps a JSON text.</summary>
    public abstract void MapJson(PropertyBuilder builder);

    /// <summary>The SQL of a fraction that is null when the divisor is 0.</summary>
    /// <param name="dividend">A column.</param>
    /// <param name="isDividendMoney">Whether it is money.</param>
    /// <param name="divisor">A column.</param>
    /// <param name="isDivisorMoney">Whether it is money.</param>
    public abstract string Ratio(string dividend, bool isDividendMoney, string divisor, bool isDivisorMoney);
}
