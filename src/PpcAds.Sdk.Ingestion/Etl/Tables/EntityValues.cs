using System.Diagnostics.CodeAnalysis;

namespace PpcAds.Sdk.Etl;

/// <summary>The stored values of one entity, by column.</summary>
[Experimental(Experimentals.StoreMakers)]
public abstract class EntityValues
{
    /// <summary>The id.</summary>
    public abstract long EntityId { get; }

    /// <summary>A value of the type that the column's kind says, or <see langword="null"/>.</summary>
    /// <param name="column">The column's name.</param>
    public abstract object? this[string column] { get; }

    /// <summary>A text.</summary>
    public string? Text(string column) => (string?)this[column];

    /// <summary>A number.</summary>
    public long? Number(string column) => (long?)this[column];

    /// <summary>An amount.</summary>
    public decimal? Money(string column) => (decimal?)this[column];

    /// <summary>A day.</summary>
    public DateOnly? Date(string column) => (DateOnly?)this[column];

    /// <summary>A flag.</summary>
    public bool? Flag(string column) => (bool?)this[column];
}
