using System.Text.Json;
using System.Text.Unicode;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.Reports;

/// <summary>
/// Turns the JSON in a <see cref="ReportBuffer"/> into cells. A row that is not whole yet is read again from its start.
/// </summary>
internal sealed class ReportRowParser(
    ReportBuffer buffer, ReportRows rows, ReportColumnNames columns, ReportReaderOptions options)
{
    // What a batch holds on to while it is in use. Small enough for a processor's cache, large enough to make calls rare; with
    // what is read ahead it fits into a buffer of 1 MB.
    private const int MaxBatchBytes = 768 * 1024;
    private const int MaxReportedSkips = 100;

    private readonly ReportPlainRowReader _plainRows = new(rows, columns);
    private JsonReaderState _state;

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
        while (true)
        {
            ReadPlainRows();
            if (IsFull)
            {
                return ReportParseStatus.BatchFull;
            }

            if (!TryReadToken(out ReportParseStatus status))
            {
                return status;
            }
        }
    }

    private bool IsFull => rows.Count >= options.BatchSize || buffer.BatchLength >= MaxBatchBytes || rows.IsFull;

    /// <summary>
    /// Reads plain rows as long as they come. Only behind an element: what the first one may follow is not their business.
    /// </summary>
    private void ReadPlainRows()
    {
        ReadOnlySpan<byte> window = buffer.Unparsed;
        while (Elements > 0 && !IsFull && window.Length > 1 && window[0] == ',')
        {
            int length = _plainRows.TryRead(window[1..], buffer.BatchLength + 1);

            // The bytes of texts are taken as they come: whatever is no UTF-8 is the other reader's business.
            if (length == 0 || !Utf8.IsValid(window.Slice(1, length)))
            {
                return;
            }

            CheckLength(length);
            rows.EndRow();
            Elements++;
            buffer.Advance(length + 1);
            window = window[(length + 1)..];
        }
    }

    /// <summary>
    /// Reads one element, or a bracket of the array. The state behind an element is the same whichever way the element was read,
    /// so that the two ways can take turns.
    /// </summary>
    private bool TryReadToken(out ReportParseStatus status)
    {
        ReadOnlySpan<byte> window = buffer.Unparsed;
        Utf8JsonReader reader = new(window, isFinalBlock: false, _state);
        status = ReportParseStatus.NeedsMore;
        try
        {
            if (!reader.Read())
            {
                return false;
            }

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
            else if (!TryReadElement(ref reader, window))
            {
                return false;
            }
        }
        catch (JsonException cause)
        {
            throw ReportFileErrors.BadJson(Elements, buffer.ParsedBytes + reader.BytesConsumed, cause);
        }

        _state = reader.CurrentState;
        buffer.Advance((int)reader.BytesConsumed);
        return status == ReportParseStatus.NeedsMore;
    }

    /// <summary>Reads the element that the reader stands at the start of.</summary>
    /// <returns>Whether it is whole.</returns>
    private bool TryReadElement(ref Utf8JsonReader reader, ReadOnlySpan<byte> window)
    {
        int start = (int)reader.TokenStartIndex;
        JsonTokenType token = reader.TokenType;
        bool isRow = token == JsonTokenType.StartObject;
        if (isRow ? !TryReadRow(ref reader, buffer.BatchLength) : !reader.TrySkip())
        {
            return false;
        }

        CheckLength((int)reader.BytesConsumed - start);
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

    private void CheckLength(int length)
    {
        if (length > options.MaxRowBytes)
        {
            throw ReportFileErrors.RowTooLong(Elements, options.MaxRowBytes);
        }
    }

    private bool TryReadRow(ref Utf8JsonReader reader, int windowStart)
    {
        Span<ReportCell> row = rows.BeginRow(columns.Count);
        for (int position = 0; reader.Read(); position++)
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                return true;
            }

            int column =
                reader.ValueIsEscaped ? ResolveEscaped(ref reader, position) : columns.Resolve(reader.ValueSpan, position);
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
                cell = reader.ValueIsEscaped ? rows.AddEscapedText(text)
                    : Utf8.IsValid(text) ? new ReportCell(ReportCellKind.Text, start + 1, text.Length)
                    : rows.AddRepairedText(text, ReportCellKind.Text);
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

                ReadOnlySpan<byte> json = buffer.FromBatchStart[start..(windowStart + (int)reader.BytesConsumed)];
                cell = Utf8.IsValid(json)
                    ? new ReportCell(ReportCellKind.Json, start, json.Length)
                    : rows.AddRepairedText(json, ReportCellKind.Json);
                return true;
        }
    }

    private int ResolveEscaped(ref Utf8JsonReader reader, int position)
    {
        Span<byte> name = rows.ReserveText(reader.ValueSpan.Length);
        int length = ReportText.Unescape(reader.ValueSpan, name);
        return columns.Resolve(name[..length], position);
    }

    private void Skip(JsonTokenType token)
    {
        // Only the first ones are reported; a file full of them must not fill the memory with reasons.
        if (Skipped < MaxReportedSkips)
        {
            SkippedInBatch.Add(
                new ReportSkippedRow(Elements, $"a JSON {JsonTokenText.Of(token)} where a row object was expected."));
        }

        Skipped++;
    }
}
