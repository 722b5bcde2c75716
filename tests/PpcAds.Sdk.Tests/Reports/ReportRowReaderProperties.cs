using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using FluentAssertions;
using PpcAds.Sdk.Reports;
using Xunit;

namespace PpcAds.Sdk.Tests.Reports;

/// <summary>The reader against System.Text.Json's document parser, over random and damaged files.</summary>
public sealed class ReportRowReaderProperties
{
    private const int Minute = 60_000;

    private static readonly string[] Names =
        ["date", "campaignId", "campaignName", "cost", "clicks", "sales7d", "a", "", "naïve", "quo\"te", "back\\slash", "tab\t", "aVeryLongColumnNameIndeed"];

    private static readonly string[] Requested = ["campaignId", "date", "cost", "aVeryLongColumnNameIndeed"];

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char['a', 'z'], 0, 40],
        Gen.String[0, 20],
        Gen.OneOf("ENABLED", "café", "😀", "\"", "\\", "\n", "a long name of a campaign \"with\" quotes", "]", "},{"));

    private static readonly Gen<string> Number = Gen.OneOf(
        Gen.Int[0, 5000].Select(number => $"{number}"),
        Gen.Long.Select(number => $"{number}"),
        Gen.Int[0, 999_999].Select(number => $"{number / 100}.{number % 100:00}"),
        Gen.Decimal.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.Double.Where(double.IsFinite).Select(number => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture)),
        Gen.OneOf("-0", "0", "1e400", "1.5E2", "0.0000001", "18446744073709551615", "-1e-7", "123456789012.123456", "999999999999999999"));

    private static readonly Gen<string> Value = Gen.Frequency(
        (5, Number),
        (3, Text.Select(text => JsonSerializer.Serialize(text, Relaxed))),
        (1, Text.Select(text => JsonSerializer.Serialize(text))),
        (1, Gen.OneOf("null", "true", "false", "{}", "[]", """{"x":[1,"]",{"y":"}"}]}""")));

    /// <summary>A row, its columns in any order; blanks now and then.</summary>
    private static readonly Gen<string> Row = Gen.Select(Gen.Shuffle(Names), Gen.Int[0, Names.Length], Value.Array[Names.Length], Gen.OneOf("", "", " ", "\n\t"))
        .Select((names, count, values, blank) => Write(names.Take(count), values, blank));

    /// <summary>Rows whose columns mostly keep their order, as real files do.</summary>
    private static readonly Gen<string> EvenRow = Gen.Select(Gen.Int[0, 30], Value.Array[Names.Length])
        .Select((cut, values) => Write(Names.Take(cut < Names.Length ? cut : Names.Length), values, ""));

    private static readonly Gen<string> File = Gen.OneOf(Row.Array[0, 30], EvenRow.Array[0, 60], Gen.OneOf(Row, EvenRow, EvenRow, Gen.OneOf("1", "null", "[{}]")).Array[0, 40])
        .Select(rows => "[" + string.Join(",", rows) + "]");

    [Fact(Timeout = 2 * Minute)]
    public async Task Any_file_in_any_pieces_and_batches_reads_like_a_document() =>
        await Gen.Select(File, Gen.Bool, Gen.Int[1, 2000], Gen.Int[1, 50], Gen.Int[0, 100_000]).SampleAsync(
            async (json, gzip, largestPiece, batchSize, seed) =>
            {
                byte[] file = gzip ? ReportFiles.Gzip(json) : Encoding.UTF8.GetBytes(json);
                List<Dictionary<string, string>> rows = await ReadAsync(new ChunkedStream(file, seed, largestPiece), batchSize);

                Same(rows, Parse(Encoding.UTF8.GetBytes(json))!);
            },
            iter: 1000);

    [Fact(Timeout = 2 * Minute)]
    public async Task A_file_of_many_buffers_reads_like_a_document()
    {
        await Gen.Select(EvenRow.Array[50, 100], Gen.Int[1, 5000], Gen.Int[1, 100_000]).SampleAsync(
            async (rows, batchSize, largestPiece) =>
            {
                string json = "[" + string.Join(",", Enumerable.Repeat(rows, 60).SelectMany(some => some)) + "]";
                List<Dictionary<string, string>> read = await ReadAsync(new ChunkedStream(ReportFiles.Gzip(json), 1, largestPiece), batchSize);

                Same(read, Parse(Encoding.UTF8.GetBytes(json))!);
            },
            iter: 10);
    }

    [Fact(Timeout = 2 * Minute)]
    public async Task Plain_JSON_with_any_byte_changed_reads_like_a_document_or_is_refused() =>
        await Gen.Select(File, Gen.Int[0, int.MaxValue], Gen.OneOf(Gen.Byte, Gen.OneOf("\"{}[],:\\ -.e019\x00"u8.ToArray()))).SampleAsync(
            async (json, position, value) =>
            {
                byte[] file = Encoding.UTF8.GetBytes(json);
                file[position % file.Length] = value;
                List<Dictionary<string, string>>? expected;
                try
                {
                    expected = Parse(file);
                }
                catch (InvalidOperationException)
                {
                    // Half a surrogate pair: the document parser has no text for it, the reader writes U+FFFD.
                    (await ReadAsync(new MemoryStream(file), 10)).Should().Contain(row => row.Any(cell => (cell.Key + cell.Value).Contains('\uFFFD')));
                    return;
                }

                if (expected is null)
                {
                    await Refuses(file);
                }
                else
                {
                    Same(await ReadAsync(new MemoryStream(file), 10), expected);
                }
            },
            iter: 3000);

    [Fact(Timeout = 2 * Minute)]
    public async Task Plain_JSON_cut_anywhere_is_refused() =>
        await Gen.Select(File, Gen.Int[0, int.MaxValue]).SampleAsync(
            async (json, position) =>
            {
                byte[] file = Encoding.UTF8.GetBytes(json);
                await Refuses(file[..(position % file.Length)]);
            },
            iter: 1000);

    [Fact(Timeout = 2 * Minute)]
    public async Task Gzip_cut_anywhere_is_refused() =>
        await Gen.Select(File, Gen.Int[0, int.MaxValue], Gen.Int[1, 100]).SampleAsync(
            async (json, position, largestPiece) =>
            {
                byte[] file = ReportFiles.Gzip(json);
                await Refuses(new ChunkedStream(file[..(position % file.Length)], position, largestPiece));
            },
            iter: 1000);

    [Fact(Timeout = 2 * Minute)]
    public async Task Gzip_with_any_bit_changed_is_refused_or_reads_the_same() =>
        await Gen.Select(File, Gen.Int[0, int.MaxValue], Gen.Int[0, 7]).SampleAsync(
            async (json, position, bit) =>
            {
                byte[] file = ReportFiles.Gzip(json);
                position %= file.Length;
                file[position] ^= (byte)(1 << bit);

                // Some bits say nothing about the content: the time in the header, and what fills up the last byte of the data.
                List<Dictionary<string, string>> rows;
                try
                {
                    rows = await ReadAsync(new MemoryStream(file), 10);
                }
                catch (AmazonAdsUnexpectedResponseException)
                {
                    return;
                }

                Same(rows, Parse(Encoding.UTF8.GetBytes(json))!);
            },
            iter: 2000);

    private static string Write(IEnumerable<string> names, string[] values, string blank) =>
        "{" + blank + string.Join("," + blank, names.Select((name, i) => JsonSerializer.Serialize(name, Relaxed) + blank + ":" + blank + values[i])) + blank + "}";

    /// <summary>Reads cell by cell; a cell is written as its kind's JSON type and text.</summary>
    private static async Task<List<Dictionary<string, string>>> ReadAsync(Stream file, int batchSize)
    {
        List<Dictionary<string, string>> rows = [];
        await foreach (ReportBatch batch in ReportRowReader.ReadAsync(file, Requested, new ReportReaderOptions { BatchSize = batchSize }))
        {
            batch.RowCount.Should().BeLessThanOrEqualTo(batchSize);
            batch.Columns.Take(Requested.Length).Should().Equal(Requested);
            for (int row = 0; row < batch.RowCount; row++)
            {
                Dictionary<string, string> cells = [];
                for (int column = 0; column < batch.Columns.Count; column++)
                {
                    ReportCellKind kind = batch.GetKind(row, column);
                    if (kind != ReportCellKind.Missing)
                    {
                        cells.Add(batch.Columns[column], $"{TypeOf(kind)} {batch.GetString(row, column)}");
                    }

                    if (kind is ReportCellKind.Integer)
                    {
                        batch.TryGetInt64(row, column, out long number);
                        number.Should().Be(long.Parse(batch.GetString(row, column)!, System.Globalization.CultureInfo.InvariantCulture));
                    }
                }

                rows.Add(cells);
            }
        }

        return rows;
    }

    /// <summary>What a document parser makes of it, what no database holds replaced by U+FFFD; null when it is no array in valid JSON.</summary>
    private static List<Dictionary<string, string>>? Parse(byte[] json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json)));
            if (document.RootElement.ValueKind != JsonValueKind.Array)
            {
                return null;
            }

            List<Dictionary<string, string>> rows = [];
            foreach (JsonElement element in document.RootElement.EnumerateArray().Where(element => element.ValueKind == JsonValueKind.Object))
            {
                Dictionary<string, string> cells = [];
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    JsonElement value = property.Value;
                    string? text = value.ValueKind switch
                    {
                        JsonValueKind.String => StorableText.Clean(value.GetString()),
                        JsonValueKind.Null => null,
                        _ => value.GetRawText(),
                    };
                    cells[StorableText.Clean(property.Name)] = $"{value.ValueKind} {text}";
                }

                rows.Add(cells);
            }

            return rows;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string TypeOf(ReportCellKind kind) => kind switch
    {
        ReportCellKind.Integer or ReportCellKind.Decimal or ReportCellKind.Number => "Number",
        ReportCellKind.Text => "String",
        ReportCellKind.Null => "Null",
        _ => "",
    };

    private static void Same(List<Dictionary<string, string>> actual, List<Dictionary<string, string>> expected)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++)
        {
            Assert.Equal(
                expected[i].OrderBy(cell => cell.Key, StringComparer.Ordinal).Select(cell => $"{cell.Key}={Typed(cell.Value)}"),
                actual[i].OrderBy(cell => cell.Key, StringComparer.Ordinal).Select(cell => $"{cell.Key}={Typed(cell.Value)}"));
        }
    }

    /// <summary>The text of booleans and nested JSON tells their type itself.</summary>
    private static string Typed(string cell) =>
        cell.StartsWith("Number ", StringComparison.Ordinal) || cell.StartsWith("String ", StringComparison.Ordinal) || cell.StartsWith("Null ", StringComparison.Ordinal)
            ? cell
            : cell[cell.IndexOf(' ', StringComparison.Ordinal)..];

    private static Task<AmazonAdsUnexpectedResponseException> Refuses(byte[] file) => Refuses(new MemoryStream(file));

    private static Task<AmazonAdsUnexpectedResponseException> Refuses(Stream file) =>
        Assert.ThrowsAsync<AmazonAdsUnexpectedResponseException>(() => ReadAsync(file, 10));
}
