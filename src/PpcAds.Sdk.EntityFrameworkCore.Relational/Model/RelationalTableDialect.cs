using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Model;

/// <summary>
/// Types that every provider has: amounts are <c>decimal(18,6)</c>, instants and, in SQLite, which has no decimals, amounts are
/// whole numbers. Rates of sums are columns that the store fills, since a computed column needs SQL.
/// </summary>
/// <param name="providerName">The name of the EF Core provider.</param>
internal sealed class RelationalTableDialect(string providerName) : PpcAdsTableDialect
{
    /// <summary>What ends the name of a column of whole millionths.</summary>
    public const string MicrosSuffix = "_micros";

    private const int DetailLength = 16;
    private const int Precision = 18;
    private const int Scale = 6;

    private readonly bool _hasDecimals = !providerName.Contains("Sqlite", StringComparison.OrdinalIgnoreCase);

    public override string ProviderName => providerName;

    public override void MapMoney(EntityTypeBuilder entity, string propertyName, string columnName, bool isRequired)
    {
        PropertyBuilder property = entity.Property(propertyName);
        if (_hasDecimals)
        {
            property.HasColumnName(columnName).HasPrecision(Precision, Scale);
        }
        else
        {
            property.HasColumnName(columnName + MicrosSuffix).HasConversion(new MicrosConverter());
        }
    }

    public override void MapDetail(PropertyBuilder builder) =>
        builder.HasConversion(new DetailConverter()).HasMaxLength(DetailLength).IsFixedLength();

    public override void MapInstant(PropertyBuilder builder) => builder.HasConversion(new InstantConverter());

    /// <summary>A text, as the type for JSON differs from database to database.</summary>
    public override void MapJson(PropertyBuilder builder)
    {
    }
}
