using System.Globalization;
using System.Text;

namespace PpcAds.Sdk.Reports;

/// <summary>
/// Some rows of a report, by row and column. Reading a cell allocates nothing, except <see cref="GetString"/>.
/// </summary>
/// <remarks>
/// <b>Valid until the next batch is requested</b>, as are the spans it returned: the memory is reused. Reading a batch later
/// throws <see cref="InvalidOperationException"/>. For copies that last: <see cref="ToRecords"/>. Not for use by several threads
/// concurrently with the enumeration; several readers of one valid batch are fine.
/// </remarks>
public sealed class ReportBatch
{
    private const NumberStyles JsonNumber =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private readonly ReportBuffer _buffer;
    private readonly ReportRows _rows;
    private readonly ReportColumnNames _names;
    private readonly string[] _columns;
    private int _readableRows;
    private bool _isOver;

    internal ReportBatch(
        ReportBuffer buffer,
        ReportRows rows,
        ReportColumnNames names,
        IReadOnlyList<ReportSkippedRow> skippedRows,
        long skippedRowCount)
    {
        _buffer = buffer;
        _rows = rows;
        _names = names;
        _columns = names.Names;
        _readableRows = RowCount = rows.Count;
        SkippedRows = skippedRows;
        SkippedRowCount = skippedRowCount;
    }

    /// <summary>The number of rows; 0 only in a last batch that contains nothing but <see cref="SkippedRows"/>.</summary>
    public int RowCount { get; }

    /// <summary>The requested columns in the requested order, then columns that the file contains in addition.</summary>
    public IReadOnlyList<string> Columns => _columns;

    /// <summary>
    /// What stood in this part of the file's array without being a row object. Only the first 100 of a file are listed; all are
    /// in <see cref="SkippedRowCount"/>.
    /// </summary>
    public IReadOnlyList<ReportSkippedRow> SkippedRows { get; }

    /// <summary>How many elements of the file's array so far, earlier batches included, were no row objects.</summary>
    public long SkippedRowCount { get; }

    /// <summary>The position of a column, or -1. Case counts.</summary>
    public int GetColumnIndex(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        int index = _names.IndexOf(name);
        return index < _columns.Length ? index : -1;
    }

    /// <summary>Gets the kind of value in a cell.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    /// <exception cref="InvalidOperationException">The next batch has been requested.</exception>
    public ReportCellKind GetKind(int row, int column) => Cell(row, column).Kind;

    /// <summary>
    /// The text of a cell: a text with its escapes resolved, anything else as the JSON has it. Empty when missing or null.
    /// </summary>
    /// <inheritdoc cref="GetKind" path="/exception"/>
    public ReadOnlySpan<byte> GetUtf8(int row, int column) => Text(in Cell(row, column));

    /// <summary>The same as <see cref="GetUtf8"/> as a string; <see langword="null"/> when missing or null.</summary>
    /// <inheritdoc cref="GetKind" path="/exception"/>
    public string? GetString(int row, int column)
    {
        ref readonly ReportCell cell = ref Cell(row, column);
        return cell.Kind is ReportCellKind.Missing or ReportCellKind.Null ? null : Encoding.UTF8.GetString(Text(in cell));
    }

    /// <summary>A whole number of 64 bits with sign, from a number (<c>3.0</c> too) or a text that is one.</summary>
    /// <returns>
    /// Whether the cell holds one. An id above the signed range does not: its text is in <see cref="GetUtf8"/>.
    /// </returns>
    /// <inheritdoc cref="GetKind" path="/exception"/>
    public bool TryGetInt64(int row, int column, out long value)
    {
        ref readonly ReportCell cell = ref Cell(row, column);
        switch (cell.Kind)
        {
            case ReportCellKind.Integer:
                value = cell.Value;
                return true;
            case ReportCellKind.Decimal:
                (value, long fraction) = Math.DivRem(cell.Value, ReportNumber.MicrosPerUnit);
                return fraction == 0;
            case ReportCellKind.Number or ReportCellKind.Text:
                return ReportNumber.TryScale(Text(in cell), 0, out value, out bool rounded) && !rounded;
            default:
                value = 0;
                return false;
        }
    }

    /// <summary>A number in millionths, from a number or a text that is one: money without loss up to six decimals.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    /// <param name="micros">The millionths.</param>
    /// <param name="rounded">Whether there were more than six decimals that count; then rounded half to even.</param>
    /// <returns>Whether the cell holds a number whose millionths fit into 64 bits with sign.</returns>
    /// <inheritdoc cref="GetKind" path="/exception"/>
    public bool TryGetMicros(int row, int column, out long micros, out bool rounded)
    {
        ref readonly ReportCell cell = ref Cell(row, column);
        rounded = false;
        switch (cell.Kind)
        {
            case ReportCellKind.Integer:
                micros = unchecked(cell.Value * ReportNumber.MicrosPerUnit);
                return Math.BigMul(cell.Value, ReportNumber.MicrosPerUnit, out long low) == low >> 63;
            case ReportCellKind.Decimal:
                micros = cell.Value;
                return true;
            case ReportCellKind.Number or ReportCellKind.Text:
                return ReportNumber.TryScale(Text(in cell), ReportNumber.MicrosScale, out micros, out rounded);
            default:
                micros = 0;
                return false;
        }
    }

    /// <summary>A number as it stands, from a number or a text that is one; beyond 28 digits the nearest decimal.</summary>
    /// <returns>Whether the cell holds a number within the range of <see cref="decimal"/>.</returns>
    /// <inheritdoc cref="GetKind" path="/exception"/>
    public bool TryGetDecimal(int row, int column, out decimal value)
    {
        ref readonly ReportCell cell = ref Cell(row, column);
        switch (cell.Kind)
        {
            case ReportCellKind.Integer:
                value = cell.Value;
                return true;
            case ReportCellKind.Decimal or ReportCellKind.Number:
                return decimal.TryParse(Text(in cell), JsonNumber, CultureInfo.InvariantCulture, out value);
            case ReportCellKind.Text when ReportNumberParts.TrySplit(Text(in cell), out _):
                return decimal.TryParse(Text(in cell), JsonNumber, CultureInfo.InvariantCulture, out value);
            default:
                value = 0;
                return false;
        }
    }

    /// <summary>A day written <c>YYYY-MM-DD</c>.</summary>
    /// <returns>Whether the cell holds a text of just that form which is a day of the calendar.</returns>
    /// <inheritdoc cref="GetKind" path="/exception"/>
    public bool TryGetDate(int row, int column, out DateOnly value)
    {
        ref readonly ReportCell cell = ref Cell(row, column);
        value = default;
        return cell.Kind == ReportCellKind.Text && ReportDate.TryParse(Text(in cell), out value);
    }

    /// <summary>Copies of the rows that last: easy rather than fast, as each value becomes a separate object.</summary>
    /// <exception cref="InvalidOperationException">The next batch has been requested.</exception>
    public IReadOnlyList<ReportRecord> ToRecords()
    {
        ThrowIfStale();
        Dictionary<string, int> indexes = new(_columns.Length, StringComparer.Ordinal);
        for (int i = 0; i < _columns.Length; i++)
        {
            indexes[_columns[i]] = i;
        }

        ReportRecord[] records = new ReportRecord[RowCount];
        for (int row = 0; row < records.Length; row++)
        {
            ReportCellKind[] kinds = new ReportCellKind[_columns.Length];
            string?[] texts = new string?[_columns.Length];
            for (int column = 0; column < _columns.Length; column++)
            {
                kinds[column] = GetKind(row, column);
                texts[column] = GetString(row, column);
            }

            records[row] = new ReportRecord(_columns, indexes, kinds, texts);
        }

        return records;
    }

    internal void Invalidate()
    {
        _readableRows = 0;
        _isOver = true;
    }

    private ref readonly ReportCell Cell(int row, int column)
    {
        // One comparison covers rows that do not exist and batches that are over.
        if ((uint)row >= (uint)_readableRows || (uint)column >= (uint)_columns.Length)
        {
            ThrowIfStale();
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, RowCount);
            throw new ArgumentOutOfRangeException(nameof(column), column, $"The batch has {_columns.Length} columns.");
        }

        return ref _rows[row, column];
    }

    private ReadOnlySpan<byte> Text(in ReportCell cell) => cell.IsUnescaped
        ? _rows.Text(cell.Start, cell.Length)
        : _buffer.FromBatchStart.Slice(cell.Start, cell.Length);

    private void ThrowIfStale()
    {
        if (_isOver)
        {
            throw new InvalidOperationException(
                "This batch is over: a batch is valid until the next is requested. "
                + "Use it within the loop, or keep ToRecords() of it.");
        }
    }
}
