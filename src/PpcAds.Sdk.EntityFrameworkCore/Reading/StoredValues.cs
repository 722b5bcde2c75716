using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Reading;

/// <summary>One row's values by column.</summary>
internal sealed class StoredValues(long entityId, int columns) : EntityValues
{
    private readonly Dictionary<string, object?> _values = new(columns, StringComparer.Ordinal);

    public override long EntityId => entityId;

    public override object? this[string column] => _values[column];

    public void Add(string column, object? value) => _values.Add(column, value);
}
