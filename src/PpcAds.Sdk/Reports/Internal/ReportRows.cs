using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace PpcAds.Sdk.Reports;

/// <summary>The cells of the current batch, row by row, and the text that had escapes in the JSON.</summary>
internal sealed class ReportRows : IDisposable
{
    // 4 MB of cells: a batch of very wide rows has fewer of them.
    private const int MaxCells = 256 * 1024;

    private ReportCell[] _cells = [];
    private byte[] _text = [];
    private int _textLength;
    private int _textOfFullRows;
    private int _stride;

    /// <summary>The complete rows.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the next row would make the batch too large.</summary>
    public bool IsFull => (Count + 1) * _stride > MaxCells && Count > 0;

    public ref readonly ReportCell this[int row, int column] => ref _cells[(row * _stride) + column];

    /// <summary>The number of cells that each row has room for.</summary>
    public int Stride => _stride;

    public void StartBatch()
    {
        Count = 0;
        _textLength = _textOfFullRows = 0;
    }

    /// <summary>An empty row behind the complete ones; what an unfinished row left there is forgotten.</summary>
    public Span<ReportCell> BeginRow(int columns)
    {
        _textLength = _textOfFullRows;
        if (columns > _stride)
        {
            Widen(columns);
        }

        int start = Count * _stride;
        if (start + _stride > _cells.Length)
        {
            Resize(Math.Max(start + _stride, Math.Min(_cells.Length * 2, MaxCells)), Count * _stride);
        }

        Span<ReportCell> row = _cells.AsSpan(start, _stride);
        row.Clear();
        return row;
    }

    /// <summary>The unfinished row with room for a column that just turned up.</summary>
    public Span<ReportCell> WidenRow(int columns)
    {
        if (columns > _stride)
        {
            Widen(columns);
        }

        return _cells.AsSpan(Count * _stride, _stride);
    }

    public void EndRow()
    {
        Count++;
        _textOfFullRows = _textLength;
    }

    /// <summary>Room for text with its escapes resolved, which is never longer than with them.</summary>
    public Span<byte> ReserveText(int length)
    {
        if (_text.Length - _textLength < length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(_textLength + length, Math.Max(4096, _text.Length * 2)));
            _text.AsSpan(0, _textLength).CopyTo(larger);
            Return(_text);
            _text = larger;
        }

        return _text.AsSpan(_textLength, length);
    }

    /// <summary>Resolves the escapes of a well-formed JSON text, and keeps it with the unfinished row.</summary>
    public ReportCell AddEscapedText(ReadOnlySpan<byte> text)
    {
        int start = _textLength;
        Span<byte> target = ReserveText(text.Length);
        int length = ReportText.Unescape(text, target);
        if (!Utf8.IsValid(target[..length]))
        {
            return AddRepairedText(target[..length].ToArray(), ReportCellKind.Text);
        }

        _textLength += length;
        return new ReportCell(ReportCellKind.Text, start, length, unescaped: true);
    }

    /// <summary>
    /// Keeps a text that is no UTF-8 with U+FFFD in the place of each wrong part: one odd cell must not cost the report.
    /// </summary>
    public ReportCell AddRepairedText(ReadOnlySpan<byte> text, ReportCellKind kind)
    {
        byte[] repaired = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text));
        int start = _textLength;
        repaired.CopyTo(ReserveText(repaired.Length));
        _textLength += repaired.Length;
        return new ReportCell(kind, start, repaired.Length, unescaped: true);
    }

    public ReadOnlySpan<byte> Text(int start, int length) => _text.AsSpan(start, length);

    public void Dispose()
    {
        ArrayPool<ReportCell>.Shared.Return(_cells);
        Return(_text);
        _cells = [];
        _text = [];
        Count = 0;
    }

    /// <summary>
    /// Lays the rows out again with spare cells, so that columns that turn up one by one do not move them each time.
    /// </summary>
    private void Widen(int columns)
    {
        int wider = columns + (_stride == 0 ? 4 : columns / 2);
        ReportCell[] target = ArrayPool<ReportCell>.Shared.Rent(Math.Max((Count + 1) * wider, 4096));
        target.AsSpan(0, (Count + 1) * wider).Clear();
        for (int row = 0; _stride > 0 && row <= Count && (row + 1) * _stride <= _cells.Length; row++)
        {
            _cells.AsSpan(row * _stride, _stride).CopyTo(target.AsSpan(row * wider));
        }

        ArrayPool<ReportCell>.Shared.Return(_cells);
        _cells = target;
        _stride = wider;
    }

    private void Resize(int size, int used)
    {
        ReportCell[] target = ArrayPool<ReportCell>.Shared.Rent(size);
        _cells.AsSpan(0, used).CopyTo(target);
        ArrayPool<ReportCell>.Shared.Return(_cells);
        _cells = target;
    }

    private static void Return(byte[] bytes)
    {
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
