using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

namespace PpcAds.Sdk.EntityFrameworkCore.Sqlite;

/// <summary>
/// SQLite has no decimals: money is whole millionths in <c>…_micros</c>, the truth, and a generated column gives it in currency
/// units. Instants are microseconds since 1970, so that they compare.
/// </summary>
internal sealed class SqliteModelDialect : PpcAdsModelDialect
{
    public override string ProviderName => "Microsoft.EntityFrameworkCore.Sqlite";

    public override string BinaryCollation => "BINARY";

    public override bool StoresComputedColumns => false;

    public override void MapMoney(EntityTypeBuilder entity, string propertyName, string columnName, bool isRequired)
    {
        string micros = MoneyColumn(columnName);
        entity.Property(isRequired ? typeof(long) : typeof(long?), propertyName + "Micros").HasColumnName(micros)
            .IsRequired(isRequired);

        // As a double in SQL, so that it compares with numbers: as a decimal, EF Core would compare it with text. A double holds
        // 15 digits, which all amounts below a thousand millions have.
        entity.Property(propertyName).HasColumnName(columnName).HasConversion<double>().HasColumnType("REAL")
            .HasComputedColumnSql($"{micros} / 1000000.0", stored: false);
    }

    /// <summary>As a blob, which compares byte by byte, and not as text of 36 letters.</summary>
    public override void MapDetail(PropertyBuilder builder) =>
        builder.HasConversion(new DetailConverter()).HasColumnType("BLOB");

    public override string MoneyColumn(string name) => name + "_micros";

    public override IReadOnlyList<(string Name, string Sql)> MoneyViewColumns(string name, string sql) =>
        [(name + "_micros", sql), (name, $"{sql} / 1000000.0")];

    public override string HasBit(string number, long bit) => string.Create(CultureInfo.InvariantCulture, $"{number} & {bit}");

    public override string FirstHash => "x'80'";

    public override string DetailText(string column) => $"lower(hex({column}))";

    /// <summary>As 64-bit numbers: the first bit of the second says that the target is no keyword.</summary>
    public override string Detail(string adGroupId, string lastId, string isOtherTarget) =>
        $"unhex(printf('%016x%016x', COALESCE({adGroupId}, 0), "
        + $"COALESCE({lastId}, 0) + {isOtherTarget} * (-9223372036854775807 - 1)))";

    public override string Micros(string column) => column;

    public override void MapInstant(PropertyBuilder builder) =>
        builder.HasConversion(new InstantConverter()).HasColumnType("INTEGER");

    public override void MapJson(PropertyBuilder builder) => builder.HasColumnType("TEXT");

    public override string Ratio(string dividend, bool isDividendMoney, string divisor, bool isDivisorMoney) =>
        $"{Operand(dividend, isDividendMoney)} * {Scale(isDividendMoney, isDivisorMoney)} / "
        + $"NULLIF({Operand(divisor, isDivisorMoney)}, 0)";

    public override string Converted(string amount, string rate) => $"round({amount} * {rate}, 6)";

    public override string DaysUntil(string day, string instant) =>
        $"CAST(julianday(date({instant} / 1000000, 'unixepoch')) - julianday({day}) AS INTEGER)";

    public override string DaysAgo(string days) => $"date('now', '-8 hours', '-' || {days} || ' days')";

    private static string Operand(string column, bool isMoney) => isMoney ? column + "_micros" : column;

    private static string Scale(bool isDividendMoney, bool isDivisorMoney) =>
        isDividendMoney == isDivisorMoney ? "1.0" : "0.000001";

    private sealed class DetailConverter() : ValueConverter<Guid, byte[]>(
        detail => detail.ToByteArray(true), bytes => new Guid(bytes, true));

    private sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
        instant => SqliteInstant.ToMicroseconds(instant), microseconds => SqliteInstant.FromMicroseconds(microseconds));
}
