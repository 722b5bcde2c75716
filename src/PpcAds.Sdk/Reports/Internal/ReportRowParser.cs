using System.Text.Json;
using System.Text.Unicode;

namespace PpcAds.Sdk.Reports;

/// <summary>Turns the JSON in a <see cref="ReportBuffer"/> into cells. A row that is not whole yet is read again from its start.</summary>
internal sealed class ReportRowParser(ReportBuffer buffer, ReportRows rows, ReportColumnNames columns, ReportReaderOptions options)
{
    // What a batch holds on to while it is in use. Small enough for a processor's cache, large enough to make calls rare.
    private const int MaxBatchBytes = 1024 * 1024;
    private const int MaxReportedSkips = 100;

    private JsonReaderState _state;
    private long _parsedBytes;

    /// <summary>Whether the opening bracket was read.</summary>
    public bool IsInArray { get; private set; }

    /// <summary>The elements of the array so far, rows or not.</summary>
    public long Elements { get; private set; }

    /// <summary>How many elements of the whole file were no rows.</summary>
    public long Skipped { get; private set; }

    /// <summary>The first of the skipped elements; a new list for each batch that has some.</summary>
    public List<ReportSkippedRow> SkippedInBatch { get; private set; } = [];

    public void StartBatch()
    {
        if (SkippedInBatch.Count > 0)
        {
            SkippedInBatch = [];
        }
    }

    public ReportParseStatus Parse()
    {
        ReadOnlySpan<byte> window = buffer.Unparsed;
        int windowStart = buffer.BatchLength;
        Utf8JsonReader reader = new(window, isFinalBlock: false, _state);
        int done = 0;
        ReportParseStatus status = ReportParseStatus.NeedsMore;
        try
        {
            while (reader.Read())
            {
                if (!IsInArray)
                {
                    IsInArray = reader.TokenType == JsonTokenType.StartArray
                        ? true
                        : throw ReportFileErrors.NotAnArray(reader.TokenType);
                }
                else if (reader.TokenType == JsonTokenType.EndArray)
                {
                    status = ReportParseStatus.ArrayEnded;
                }
                else if (!TryReadElement(ref reader, window, windowStart))
                {
                    break;
                }

                done = (int)reader.BytesConsumed;
                _state = reader.CurrentState;
                if (status == ReportParseStatus.NeedsMore
                    && (rows.Count >= options.BatchSize || windowStart + done >= MaxBatchBytes || rows.IsFull))
                {
                    status = ReportParseStatus.BatchFull;
                }

                if (status != ReportParseStatus.NeedsMore)
                {
                    break;
                }
            }
        }
        catch (JsonException cause)
        {
            throw ReportFileErrors.BadJson(Elements, _parsedBytes + reader.BytesConsumed, cause);
        }

        buffer.Advance(done);
        _parsedBytes += done;
        return status;
    }

    /// <summary>Reads the element that the reader stands at the start of.</summary>
    /// <returns>Whether it is whole.</returns>
    private bool TryReadElement(ref Utf8JsonReader reader, ReadOnlySpan<byte> window, int windowStart)
    {
        int start = (int)reader.TokenStartIndex;
        JsonTokenType token = reader.TokenType;
        bool isRow = token == JsonTokenType.StartObject;
        if (isRow ? !TryReadRow(ref reader, windowStart) : !reader.TrySkip())
        {
            return false;
        }

        int length = (int)reader.BytesConsumed - start;
        if (length > options.MaxRowBytes)
        {
            throw ReportFileErrors.RowTooLong(Elements, options.MaxRowBytes);
        }

        // The JSON reader takes the bytes of strings as they come.
        if (!Utf8.IsValid(window.Slice(start, length)))
        {
            throw ReportFileErrors.BadUtf8(Elements);
        }

        if (isRow)
        {
            rows.EndRow();
        }
        else
        {
            Skip(token);
        }

        Elements++;
        return true;
    }

    private bool TryReadRow(ref Utf8JsonReader reader, int windowStart)
    {
        Span<ReportCell> row = rows.BeginRow(columns.Names.Length);
        for (int position = 0; reader.Read(); position++)
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                return true;
            }

            int column = reader.ValueIsEscaped ? ResolveEscaped(ref reader, position) : columns.Resolve(reader.ValueSpan, position);
            if (column >= row.Length)
            {
                row = rows.WidenRow(column + 1);
            }

            if (!reader.Read() || !TryReadCell(ref reader, windowStart, ref row[column]))
            {
                return false;
            }
        }

        return false;
    }

    private bool TryReadCell(ref Utf8JsonReader reader, int windowStart, ref ReportCell cell)
    {
        int start = windowStart + (int)reader.TokenStartIndex;
        ReadOnlySpan<byte> text = reader.ValueSpan;
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                cell = reader.ValueIsEscaped
                    ? ReadEscaped(text)
                    : new ReportCell(ReportCellKind.Text, start + 1, text.Length);
                return true;
            case JsonTokenType.Number:
                ReportCellKind kind = ReportNumber.Classify(text, out long value);
                cell = new ReportCell(kind, start, text.Length, value);
                return true;
            case JsonTokenType.Null:
                cell = new ReportCell(ReportCellKind.Null, start, 0);
                return true;
            case JsonTokenType.True or JsonTokenType.False:
                cell = new ReportCell(ReportCellKind.Boolean, start, text.Length, reader.TokenType == JsonTokenType.True ? 1 : 0);
                return true;
            default:
                if (!reader.TrySkip())
                {
                    return false;
                }

                cell = new ReportCell(ReportCellKind.Json, start, windowStart + (int)reader.BytesConsumed - start);
                return true;
        }
    }

    private ReportCell ReadEscaped(ReadOnlySpan<byte> text)
    {
        int length = ReportText.Unescape(text, rows.ReserveText(text.Length));
        return new ReportCell(ReportCellKind.Text, rows.CommitText(length), length, unescaped: true);
    }

    private int ResolveEscaped(ref Utf8JsonReader reader, int position)
    {
        Span<byte> name = rows.ReserveText(reader.ValueSpan.Length);
        int length = ReportText.Unescape(reader.ValueSpan, name);
        return columns.Resolve(name[..length], position);
    }

    private void Skip(JsonTokenType token)
    {
        // Told once for each of the first; a file full of them must not fill the memory with reasons.
        if (Skipped < MaxReportedSkips)
        {
            SkippedInBatch.Add(new ReportSkippedRow(Elements, $"a JSON {ReportFileErrors.Describe(token)} where a row object was expected."));
        }

        Skipped++;
    }
}
