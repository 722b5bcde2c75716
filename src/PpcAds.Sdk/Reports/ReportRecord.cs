using System.Globalization;
using System.Text;

namespace PpcAds.Sdk.Reports;

/// <summary>
/// One row of a report as a separate copy, read by column name. A getter returns <see langword="null"/> when the row lacks the
/// column or holds <c>null</c>, and throws when the value has another type than requested: a wrong figure is never made up.
/// </summary>
public sealed class ReportRecord
{
    private readonly Dictionary<string, int> _indexes;
    private readonly ReportCellKind[] _kinds;
    private readonly string?[] _texts;

    internal ReportRecord(IReadOnlyList<string> columns, Dictionary<string, int> indexes, ReportCellKind[] kinds, string?[] texts)
    {
        Columns = columns;
        _indexes = indexes;
        _kinds = kinds;
        _texts = texts;
    }

    /// <summary>The requested columns in the requested order, then columns that the file contains in addition.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The value as text, the same as <see cref="GetString"/>.</summary>
    public string? this[string column] => GetString(column);

    /// <summary>Whether the record has the column, even if its value is missing or null.</summary>
    public bool Contains(string column) => _indexes.ContainsKey(column);

    /// <summary>What stands in a column.</summary>
    /// <exception cref="KeyNotFoundException">The column was neither requested nor in the file so far.</exception>
    public ReportCellKind GetKind(string column) => _kinds[IndexOf(column)];

    /// <summary>A text with its escapes resolved, anything else as the JSON has it.</summary>
    /// <inheritdoc cref="GetKind" path="/exception"/>
    public string? GetString(string column) => _texts[IndexOf(column)];

    /// <summary>A whole number, from a number or a text that is one.</summary>
    /// <inheritdoc cref="GetKind" path="/exception"/>
    /// <exception cref="FormatException">The value is no whole number of 64 bits with sign.</exception>
    public long? GetInt64(string column)
    {
        if (NumberText(column) is not { } text)
        {
            return null;
        }

        return ReportNumber.TryScale(text, 0, out long value, out bool rounded) && !rounded
            ? value
            : throw Unfit(column, "a whole number of 64 bits with sign");
    }

    /// <summary>A number, from a number or a text that is one; beyond 28 digits the nearest decimal.</summary>
    /// <inheritdoc cref="GetKind" path="/exception"/>
    /// <exception cref="FormatException">The value is no number, or out of range.</exception>
    public decimal? GetDecimal(string column)
    {
        if (NumberText(column) is not { } text)
        {
            return null;
        }

        return ReportNumberParts.TrySplit(text, out _)
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)
            ? value
            : throw Unfit(column, "a number in the range of decimal");
    }

    /// <summary>A day written <c>YYYY-MM-DD</c>.</summary>
    /// <inheritdoc cref="GetKind" path="/exception"/>
    /// <exception cref="FormatException">The value is no such day.</exception>
    public DateOnly? GetDate(string column)
    {
        if (NumberText(column) is not { } text)
        {
            return null;
        }

        return GetKind(column) == ReportCellKind.Text && ReportDate.TryParse(text, out DateOnly value)
            ? value
            : throw Unfit(column, "a day written YYYY-MM-DD");
    }

    private byte[]? NumberText(string column) => GetString(column) is { } text ? Encoding.UTF8.GetBytes(text) : null;

    private int IndexOf(string column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (_indexes.TryGetValue(column, out int index))
        {
            return index;
        }

        string suggestion = NearestMatch.Find(column, Columns) is { } near ? $" Did you mean '{near}'?" : "";
        throw new KeyNotFoundException(
            $"The report has no column '{column}'.{suggestion} Columns: {string.Join(", ", Columns)}.");
    }

    private FormatException Unfit(string column, string wanted) =>
        new($"Column '{column}' holds '{GetString(column)}', not {wanted}.");
}
