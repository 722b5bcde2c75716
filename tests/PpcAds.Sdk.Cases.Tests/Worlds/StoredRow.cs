using System.Globalization;

namespace PpcAds.Sdk.Cases.Tests.Worlds;

/// <summary>A stored entity, by column.</summary>
internal sealed record StoredRow(string Table, long Id, IReadOnlyDictionary<string, object?> Values)
{
    public string? Text(string column) => Values.GetValueOrDefault(column) is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    /// <summary>Everything of it, as one line.</summary>
    public override string ToString() => $"{Table} {Id} {string.Join(' ', Values.Select(value => $"{value.Key}={Text(value.Key)}"))}";
}
