using System.Data.Common;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Sql;

/// <summary>Columns and values of entities in one kind of database.</summary>
internal static class EntitySql
{
    private const decimal Micros = 1_000_000m;
    private const byte MicroDigits = 6;

    public static string ColumnIn(this EntityColumn column, PpcAdsSqlDialect dialect) =>
        column.Kind == EntityColumnKind.Money ? dialect.MoneyColumn(column.Name) : column.Name;

    public static object? ValueIn<T>(this EntityColumn<T> column, PpcAdsSqlDialect dialect, T entity) => column.Get(entity) switch
    {
        decimal amount => dialect.MoneyValue((long)decimal.Round(amount * Micros, MidpointRounding.ToEven)),
        DateOnly date => dialect.DateValue(date),
        object value => value,
        null => null,
    };

    public static object? Read(this EntityColumn column, PpcAdsSqlDialect dialect, DbDataReader reader, int ordinal) =>
        reader.IsDBNull(ordinal) ? null : column.Kind switch
        {
            EntityColumnKind.Money => ToUnits(dialect.ReadMicros(reader, ordinal)),
            EntityColumnKind.Date => dialect.ReadDate(reader, ordinal),
            EntityColumnKind.Flag => reader.GetBoolean(ordinal),
            EntityColumnKind.Number => reader.GetInt64(ordinal),
            _ => reader.GetString(ordinal),
        };

    public static decimal? ReadMoney(PpcAdsSqlDialect dialect, DbDataReader reader, int ordinal) =>
        reader.IsDBNull(ordinal) ? null : ToUnits(dialect.ReadMicros(reader, ordinal));

    /// <summary>The same as a division by a million, zeros at the end left out, without its cost.</summary>
    private static decimal ToUnits(long micros)
    {
        byte scale = MicroDigits;
        while (scale > 0 && micros % 10 == 0)
        {
            micros /= 10;
            scale--;
        }

        ulong magnitude = micros < 0 ? (ulong)-(micros + 1) + 1 : (ulong)micros;
        return new decimal((int)(uint)magnitude, (int)(uint)(magnitude >> 32), 0, micros < 0, scale);
    }
}
