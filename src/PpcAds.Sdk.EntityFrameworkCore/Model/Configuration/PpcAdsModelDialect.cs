using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>
/// What tables and views look like in one kind of database. For the package of that database, not for applications.
/// </summary>
[Experimental(Experimentals.StoreMakers)]
public abstract class PpcAdsModelDialect : PpcAdsTableDialect
{
    /// <summary>The collation that compares byte by byte.</summary>
    public abstract string BinaryCollation { get; }

    /// <summary>Whether a computed column must be stored.</summary>
    public abstract bool StoresComputedColumns { get; }

    /// <summary>Gets the column that holds an amount of money exactly.</summary>
    /// <param name="name">The name of the amount.</param>
    public abstract string MoneyColumn(string name);

    /// <summary>Gets the columns of a view that show an amount of money.</summary>
    /// <param name="name">The name of the amount.</param>
    /// <param name="sql">The amount as it is stored, as SQL.</param>
    public abstract IReadOnlyList<(string Name, string Sql)> MoneyViewColumns(string name, string sql);

    /// <summary>Gets the condition, as SQL, that a bit of a number is set.</summary>
    /// <param name="number">The number, as SQL.</param>
    /// <param name="bit">The bit.</param>
    public virtual string HasBit(string number, long bit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} & {bit} <> 0");

    /// <summary>Gets the least detail of a row that is a hash, as SQL: its first bit is set.</summary>
    public abstract string FirstHash { get; }

    /// <summary>Gets the 16 bytes of a detail as 32 hexadecimal digits in lower case, as SQL.</summary>
    /// <param name="column">The column.</param>
    public abstract string DetailText(string column);

    /// <summary>Gets the detail of a row whose key is ids, as SQL.</summary>
    /// <param name="adGroupId">The ad group, a column; null for none.</param>
    /// <param name="lastId">The keyword or other target, a column; null for none.</param>
    /// <param name="isOtherTarget">1 for a target that is no keyword, else 0: a column.</param>
    public abstract string Detail(string adGroupId, string lastId, string isOtherTarget);

    /// <summary>Gets a stored amount of money in whole millionths, as SQL.</summary>
    /// <param name="column">The column of <see cref="MoneyColumn"/>.</param>
    public abstract string Micros(string column);

    /// <summary>The SQL of a fraction that is null when the divisor is 0.</summary>
    /// <param name="dividend">A column.</param>
    /// <param name="isDividendMoney">Whether it is money.</param>
    /// <param name="divisor">A column.</param>
    /// <param name="isDivisorMoney">Whether it is money.</param>
    public abstract string Ratio(string dividend, bool isDividendMoney, string divisor, bool isDivisorMoney);

    /// <inheritdoc/>
    public override void MapRate(
        PropertyBuilder builder, string dividend, bool isDividendMoney, string divisor, bool isDivisorMoney) =>
        builder.HasComputedColumnSql(Ratio(dividend, isDividendMoney, divisor, isDivisorMoney), StoresComputedColumns);

    /// <inheritdoc/>
    public override void MapAdProduct(PropertyBuilder builder, string dataset) =>
        builder.HasComputedColumnSql(AdProductOf(dataset), stored: true);

    /// <summary>Gets an amount in another currency, as SQL.</summary>
    /// <param name="amount">The amount, in units of its currency.</param>
    /// <param name="rate">The units of the other currency for one.</param>
    public abstract string Converted(string amount, string rate);

    /// <summary>Gets the days from a date to an instant, whose day is that of UTC, as SQL.</summary>
    /// <param name="day">The date.</param>
    /// <param name="instant">The instant.</param>
    public abstract string DaysUntil(string day, string instant);

    /// <summary>
    /// Gets the date some days before today, as SQL. Today is that of UTC-8, the last time zone of Amazon's marketplaces: a day
    /// that has ended there has ended for every profile.
    /// </summary>
    /// <param name="days">The number of days.</param>
    public abstract string DaysAgo(string days);

    /// <summary>Whether <c>COMMENT ON</c> stores a text with each table, view and column.</summary>
    public virtual bool StoresComments => false;

    /// <summary>The ad product of a dataset, as SQL; where rows are grouped by the dataset, cheaper than another key.</summary>
    internal static string AdProductOf(string dataset) =>
        $"CASE substr({dataset}, 1, 2) WHEN 'sp' THEN '{AdProducts.SponsoredProducts}' "
        + $"WHEN 'sb' THEN '{AdProducts.SponsoredBrands}' ELSE '{AdProducts.SponsoredDisplay}' END";
}
