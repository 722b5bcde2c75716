using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

namespace PpcAds.Sdk.EntityFrameworkCore.Entities;

/// <summary>One attribute of an entity.</summary>
/// <param name="Name">The column; of money, its name without what the database appends.</param>
/// <param name="IsMoney">Whether it is an amount.</param>
/// <param name="Value">The value: a number, a text, a day or an amount.</param>
internal sealed record EntityColumn<T>(string Name, bool IsMoney, Func<T, object?> Value)
{
    private const decimal Micros = 1_000_000m;

    public string ColumnIn(PpcAdsSqlDialect dialect) => IsMoney ? dialect.MoneyColumn(Name) : Name;

    public object? ValueIn(PpcAdsSqlDialect dialect, T entity) => Value(entity) switch
    {
        decimal amount => dialect.MoneyValue((long)decimal.Round(amount * Micros, MidpointRounding.ToEven)),
        DateOnly date => dialect.DateValue(date),
        object value => value,
        null => null,
    };
}
