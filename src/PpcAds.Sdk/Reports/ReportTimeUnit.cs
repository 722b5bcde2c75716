namespace PpcAds.Sdk.Reports;

/// <summary>
/// The grain of a report in time. Open: Amazon Ads reporting v3 knows <c>DAILY</c> and <c>SUMMARY</c>, newer pages name more.
/// </summary>
/// <param name="value">The name as Amazon writes it.</param>
public readonly struct ReportTimeUnit(string value) : IEquatable<ReportTimeUnit>
{
    private readonly string? _value = value;

    /// <summary>One row per day and entity.</summary>
    public static ReportTimeUnit Daily { get; } = new("DAILY");

    /// <summary>One row per entity for the whole range.</summary>
    public static ReportTimeUnit Summary { get; } = new("SUMMARY");

    /// <summary>The name as Amazon writes it; empty for a value that was never set.</summary>
    public string Value => _value ?? "";

    /// <summary>Whether both have the same name. Case counts.</summary>
    public static bool operator ==(ReportTimeUnit left, ReportTimeUnit right) => left.Equals(right);

    /// <summary>Whether the names differ. Case counts.</summary>
    public static bool operator !=(ReportTimeUnit left, ReportTimeUnit right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(ReportTimeUnit other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ReportTimeUnit other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>The name as Amazon writes it.</summary>
    public override string ToString() => Value;
}
