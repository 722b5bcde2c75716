using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl;

/// <summary>Writes the extra columns of a row as a JSON object: numbers as they stand, texts, nothing for what is null.</summary>
internal sealed class ExtraColumnsReader
{
    /// <summary>The most bytes that one byte of a text becomes: <c>\u001f</c>.</summary>
    private const int LongestEscape = 6;

    private readonly string[] _columns;
    private readonly byte[][] _names;
    private readonly int[] _indexes;
    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <summary>Columns are written by name, whatever order they were configured in: the order changes no row.</summary>
    public ExtraColumnsReader(IReadOnlyList<string> columns)
    {
        _columns = [.. columns.Order(StringComparer.Ordinal)];
        _names = [.. _columns.Select(Encoding.UTF8.GetBytes)];
        _indexes = new int[_columns.Length];
    }

    public void Bind(ReportBatch batch)
    {
        for (int i = 0; i < _columns.Length; i++)
        {
            _indexes[i] = batch.GetColumnIndex(_columns[i]);
        }
    }

    public void Read(ReportBatch batch, int row, PerformanceRow target)
    {
        _buffer.ResetWrittenCount();
        for (int i = 0; i < _columns.Length; i++)
        {
            int column = _indexes[i];
            if (column < 0 || batch.GetKind(row, column) is ReportCellKind.Missing or ReportCellKind.Null)
            {
                continue;
            }

            _buffer.Write(_buffer.WrittenCount == 0 ? "{"u8 : ","u8);
            WriteText(_names[i]);
            _buffer.Write(":"u8);
            WriteValue(batch, row, column);
        }

        if (_buffer.WrittenCount > 0)
        {
            _buffer.Write("}"u8);
            target.Extra = _buffer.WrittenMemory;
        }
    }

    /// <summary>
    /// A nested value, which no report documents, and a number beyond all decimals become a text: every database takes that.
    /// </summary>
    private void WriteValue(ReportBatch batch, int row, int column)
    {
        ReportCellKind kind = batch.GetKind(row, column);
        bool isAsItStands = kind == ReportCellKind.Boolean
            || (kind is ReportCellKind.Integer or ReportCellKind.Decimal or ReportCellKind.Number
                && batch.TryGetDecimal(row, column, out _));
        if (isAsItStands)
        {
            _buffer.Write(batch.GetUtf8(row, column));
        }
        else
        {
            WriteText(batch.GetUtf8(row, column));
        }
    }

    private void WriteText(ReadOnlySpan<byte> utf8)
    {
        _buffer.Write("\""u8);
        Span<byte> target = _buffer.GetSpan((utf8.Length * LongestEscape) + 1);
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.EncodeUtf8(utf8, target, out _, out int written);
        _buffer.Advance(written);
        _buffer.Write("\""u8);
    }
}
