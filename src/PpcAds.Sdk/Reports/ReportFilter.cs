namespace PpcAds.Sdk.Reports;

/// <summary>Keeps only rows whose field has one of the values. Amazon Ads reporting v3: <c>configuration.filters</c>.</summary>
/// <remarks>Two filters are equal when field and values are, in the same order.</remarks>
public sealed record ReportFilter
{
    /// <summary>Makes a filter.</summary>
    /// <param name="field">The field; which ones work depends on the groupings (<see cref="ReportGroupBy.Filters"/>).</param>
    /// <param name="values">The values to keep; copied.</param>
    public ReportFilter(string field, params IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(values);
        Field = field;
        Values = [.. values];
    }

    /// <summary>The field.</summary>
    public string Field { get; }

    /// <summary>The values to keep.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <inheritdoc/>
    public bool Equals(ReportFilter? other) =>
        other is not null && Field == other.Field && Values.SequenceEqual(other.Values, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = new();
        hash.Add(Field, StringComparer.Ordinal);
        foreach (string value in Values)
        {
            hash.Add(value, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <summary>Such as <c>campaignStatus in (ENABLED, PAUSED)</c>.</summary>
    public override string ToString() => $"{Field} in ({string.Join(", ", Values)})";
}
