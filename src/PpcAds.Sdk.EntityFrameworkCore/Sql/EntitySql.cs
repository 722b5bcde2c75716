using System.Data.Common;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Sql;

/// <summary>Columns and values of entities in one kind of database.</summary>
internal static class EntitySql
{
    private const decimal Micros = 1_000_000m;

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
            EntityColumnKind.Money => dialect.ReadMicros(reader, ordinal) / Micros,
            EntityColumnKind.Date => dialect.ReadDate(reader, ordinal),
            EntityColumnKind.Flag => reader.GetBoolean(ordinal),
            EntityColumnKind.Number => reader.GetInt64(ordinal),
            _ => reader.GetString(ordinal),
        };

    public static decimal? ReadMoney(PpcAdsSqlDialect dialect, DbDataReader reader, int ordinal) =>
        reader.IsDBNull(ordinal) ? null : dialect.ReadMicros(reader, ordinal) / Micros;
}
