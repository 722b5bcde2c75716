using System.Text;
using FluentAssertions;
using PpcAds.Sdk.Reports;
using Xunit;

namespace PpcAds.Sdk.Tests.Reports;

public sealed class ReportRowReaderTests
{
    [Fact]
    public async Task Rows_are_read_from_gzip()
    {
        List<ReportRecord> records = await ReportFiles.ReadAsync(
            ReportFiles.Gzip("""[{"date":"2025-03-04","campaignId":301234567890123,"cost":21.86},{"campaignId":1,"cost":0,"date":"2025-03-05"}]"""),
            "date", "campaignId", "cost");

        records.Should().HaveCount(2);
        records[0].GetDate("date").Should().Be(new DateOnly(2025, 3, 4));
        records[0].GetInt64("campaignId").Should().Be(301234567890123);
        records[0].GetDecimal("cost").Should().Be(21.86m);
        records[1].GetDate("date").Should().Be(new DateOnly(2025, 3, 5));
        records[1].GetDecimal("cost").Should().Be(0m);
    }

    [Fact]
    public async Task Rows_are_read_from_plain_JSON_with_BOM_and_blanks() =>
        (await ReportFiles.ReadAsync("\uFEFF \r\n[\n  { \"a\" : 1 } ,\t{ \"a\" : 2 }\n]\n\n", "a"))
            .Select(record => record.GetInt64("a")).Should().Equal(1, 2);

    [Theory]
    [InlineData("[]")]
    [InlineData(" [ ] ")]
    public async Task An_empty_array_has_no_rows(string json)
    {
        (await ReportFiles.ReadAsync(json, "a")).Should().BeEmpty();
        (await ReportFiles.ReadAsync(ReportFiles.Gzip(json), "a")).Should().BeEmpty();
    }

    [Fact]
    public async Task Requested_columns_come_first_and_others_are_kept_behind_them()
    {
        List<ReportRecord> records = await ReportFiles.ReadAsync("""[{"new":"x","b":1},{"b":2,"newer":true,"a":3}]""", "a", "b", "c");

        records[1].Columns.Should().Equal("a", "b", "c", "new", "newer");
        records[0].GetKind("newer").Should().Be(ReportCellKind.Missing);
        records[0]["new"].Should().Be("x");
        records[1].GetKind("c").Should().Be(ReportCellKind.Missing);
        records[1]["newer"].Should().Be("true");
    }

    [Theory]
    [InlineData("1", ReportCellKind.Integer)]
    [InlineData("-0", ReportCellKind.Integer)]
    [InlineData("-9223372036854775808", ReportCellKind.Integer)]
    [InlineData("9223372036854775807", ReportCellKind.Integer)]
    [InlineData("9223372036854775808", ReportCellKind.Number)]
    [InlineData("0.1", ReportCellKind.Decimal)]
    [InlineData("1.0", ReportCellKind.Decimal)]
    [InlineData("1.5E2", ReportCellKind.Decimal)]
    [InlineData("0.1000000000000000000000", ReportCellKind.Decimal)]
    [InlineData("0.1234567", ReportCellKind.Number)]
    [InlineData("1e400", ReportCellKind.Number)]
    [InlineData("\"1\"", ReportCellKind.Text)]
    [InlineData("\"\"", ReportCellKind.Text)]
    [InlineData("null", ReportCellKind.Null)]
    [InlineData("true", ReportCellKind.Boolean)]
    [InlineData("false", ReportCellKind.Boolean)]
    [InlineData("""{"x":[1,{}]}""", ReportCellKind.Json)]
    [InlineData("[1, 2]", ReportCellKind.Json)]
    public async Task A_value_has_its_kind_and_keeps_its_text(string value, ReportCellKind kind)
    {
        // The first row goes through the general reader, the others may take the short cut for plain rows.
        List<ReportRecord> records = await ReportFiles.ReadAsync($$"""[{"a":{{value}},"b":1},{"a":{{value}},"b":1},{"a":{{value}}}]""", "a");

        records.Should().HaveCount(3);
        records.Should().OnlyContain(record => record.GetKind("a") == kind);
        records.Should().OnlyContain(record => record.GetString("a") == (kind == ReportCellKind.Null ? null : value.Trim('"')));
    }

    [Theory]
    [InlineData("12", 12L)]
    [InlineData("\"301234567890123456\"", 301234567890123456L)]
    [InlineData("\"-20\"", -20L)]
    [InlineData("3.0", 3L)]
    [InlineData("1.5E2", 150L)]
    [InlineData("1E15", 1_000_000_000_000_000L)]
    [InlineData("9223372036854775807.0", long.MaxValue)]
    [InlineData("18446744073709551615", null)]
    [InlineData("9223372036854775808", null)]
    [InlineData("-9223372036854775809", null)]
    [InlineData("1.5", null)]
    [InlineData("\"Unallocated\"", null)]
    [InlineData("\"12 \"", null)]
    [InlineData("\"+12\"", null)]
    [InlineData("\"012\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("\"1.\"", null)]
    [InlineData("true", null)]
    [InlineData("null", null)]
    public Task An_integer_is_read_from_a_number_or_a_text(string value, long? expected) =>
        ReportFiles.WithBatchAsync($$"""[{"a":{{value}}}]""", ["a"], batch =>
        {
            batch.TryGetInt64(0, 0, out long number).Should().Be(expected.HasValue);
            if (expected.HasValue)
            {
                number.Should().Be(expected.Value);
            }
        });

    [Theory]
    [InlineData("14.5", 14_500_000L, false)]
    [InlineData("\"14.50\"", 14_500_000L, false)]
    [InlineData("-0.000001", -1L, false)]
    [InlineData("-0", 0L, false)]
    [InlineData("0.0000005", 0L, true)]
    [InlineData("0.0000015", 2L, true)]
    [InlineData("0.0000025", 2L, true)]
    [InlineData("-0.0000025", -2L, true)]
    [InlineData("0.00000250000000000000000000001", 3L, true)]
    [InlineData("1e-400", 0L, true)]
    [InlineData("0e400", 0L, false)]
    [InlineData("1.23456789e2", 123_456_789L, false)]
    [InlineData("9223372036854.775807", long.MaxValue, false)]
    [InlineData("9223372036854.775808", null, false)]
    [InlineData("-9223372036854.775808", long.MinValue, false)]
    [InlineData("9223372036855", null, false)]
    [InlineData("1e400", null, false)]
    [InlineData("1e99999999999999999999", null, false)]
    [InlineData("\"EUR\"", null, false)]
    [InlineData("null", null, false)]
    public Task Money_is_read_as_exact_millionths_or_rounded_half_even_and_told(string value, long? expected, bool expectedRounded) =>
        ReportFiles.WithBatchAsync($$"""[{"a":{{value}}}]""", ["a"], batch =>
        {
            batch.TryGetMicros(0, 0, out long micros, out bool rounded).Should().Be(expected.HasValue);
            if (expected.HasValue)
            {
                (micros, rounded).Should().Be((expected.Value, expectedRounded));
            }
        });

    [Theory]
    [InlineData("14.50", "14.50")]
    [InlineData("\"0.1\"", "0.1")]
    [InlineData("0.1234567890123456789012345678", "0.1234567890123456789012345678")]
    [InlineData("18446744073709551615", "18446744073709551615")]
    [InlineData("1.5E2", "150")]
    [InlineData("79228162514264337593543950336", null)]
    [InlineData("\"1,5\"", null)]
    public Task A_decimal_is_read_from_the_text_never_through_a_double(string value, string? expected) =>
        ReportFiles.WithBatchAsync($$"""[{"a":{{value}}}]""", ["a"], batch =>
        {
            batch.TryGetDecimal(0, 0, out decimal number).Should().Be(expected is not null);
            if (expected is not null)
            {
                number.ToString(System.Globalization.CultureInfo.InvariantCulture).Should().Be(expected);
            }
        });

    [Theory]
    [InlineData("\"2024-02-29\"", true)]
    [InlineData("\"2025-02-29\"", false)]
    [InlineData("\"2025-13-01\"", false)]
    [InlineData("\"2025-3-4\"", false)]
    [InlineData("\"2025-03-04T00:00:00Z\"", false)]
    [InlineData("\"0000-01-01\"", false)]
    [InlineData("20250304", false)]
    public Task A_day_is_read_only_from_its_documented_form(string value, bool expected) =>
        ReportFiles.WithBatchAsync($$"""[{"a":{{value}}}]""", ["a"], batch => batch.TryGetDate(0, 0, out _).Should().Be(expected));

    [Theory]
    [InlineData("""SP \u007c \"Mugs\" \\ \/ \b\f\n\r\t""", "SP | \"Mugs\" \\ / \b\f\n\r\t")]
    [InlineData("""asin=\"B0\" \\ \/ \b\f\n\r\t""", "asin=\"B0\" \\ / \b\f\n\r\t")]
    [InlineData("""caf\u00e9 \ud83d\ude00""", "café 😀")]
    [InlineData("""cut \ud83d""", "cut \uFFFD")]
    [InlineData("""\ude00\ud83dx""", "\uFFFD\uFFFDx")]
    [InlineData("café 😀 日本語", "café 😀 日本語")]
    public async Task Text_has_its_escapes_resolved(string json, string expected)
    {
        List<ReportRecord> records = await ReportFiles.ReadAsync($$"""[{"a":"{{json}}"},{"a":"x"},{"a":"{{json}}"}]""", "a");

        records.Select(record => record["a"]).Should().Equal(expected, "x", expected);
    }

    [Fact]
    public async Task An_escaped_column_name_is_the_same_column() =>
        (await ReportFiles.ReadAsync("""[{"co\u0073t":1},{"cost":2}]""", "cost")).Select(record => record.GetInt64("cost")).Should().Equal(1, 2);

    [Fact]
    public async Task The_last_of_duplicate_members_wins() =>
        (await ReportFiles.ReadAsync("""[{"a":1,"b":0,"a":"x"},{"a":2,"b":0,"a":null}]""", "a")).Select(record => record["a"]).Should().Equal("x", null);

    [Fact]
    public async Task An_element_that_is_no_row_is_left_out_and_told()
    {
        await ReportFiles.WithBatchAsync("""[{"a":1},null,[{"a":9}],"x",{"a":2}]""", ["a"], batch =>
        {
            batch.RowCount.Should().Be(2);
            batch.SkippedRowCount.Should().Be(3);
            batch.SkippedRows.Select(row => row.ToString()).Should().Equal(
                "Row 1: a JSON null where a row object was expected.",
                "Row 2: a JSON array where a row object was expected.",
                "Row 3: a JSON string where a row object was expected.");
        });
    }

    [Fact]
    public async Task Only_the_first_hundred_left_out_rows_are_listed() =>
        await ReportFiles.WithBatchAsync("[" + string.Join(",", Enumerable.Repeat("1", 250)) + "]", [], batch =>
        {
            (batch.RowCount, batch.SkippedRowCount, batch.SkippedRows.Count).Should().Be((0, 250L, 100));
        });

    [Fact]
    public async Task A_batch_is_over_when_the_next_is_asked_for()
    {
        ReportBatch? first = null;
        await foreach (ReportBatch batch in ReportRowReader.ReadAsync(
            new MemoryStream("""[{"a":1},{"a":2}]"""u8.ToArray()), ["a"], new ReportReaderOptions { BatchSize = 1 }))
        {
            if (first is not null)
            {
                first.Invoking(old => old.GetKind(0, 0)).Should().Throw<InvalidOperationException>().WithMessage("This batch is over*ToRecords()*");
                first.Invoking(old => old.ToRecords()).Should().Throw<InvalidOperationException>();
            }

            first ??= batch;
        }
    }

    [Fact]
    public Task A_cell_that_does_not_exist_is_an_argument_error() => ReportFiles.WithBatchAsync("""[{"a":1}]""", ["a"], batch =>
    {
        batch.Invoking(b => b.GetKind(1, 0)).Should().Throw<ArgumentOutOfRangeException>();
        batch.Invoking(b => b.GetKind(-1, 0)).Should().Throw<ArgumentOutOfRangeException>();
        batch.Invoking(b => b.GetKind(0, 1)).Should().Throw<ArgumentOutOfRangeException>();
        batch.GetColumnIndex("a").Should().Be(0);
        batch.GetColumnIndex("A").Should().Be(-1);
    });

    [Fact]
    public async Task A_record_names_a_mistyped_column_and_an_unfit_value()
    {
        ReportRecord record = (await ReportFiles.ReadAsync("""[{"impressions":"many"}]""", "impressions"))[0];

        record.Invoking(r => r.GetInt64("impression")).Should().Throw<KeyNotFoundException>().WithMessage("*'impression'*Did you mean 'impressions'?*");
        record.Invoking(r => r.GetInt64("impressions")).Should().Throw<FormatException>().WithMessage("Column 'impressions' holds 'many'*");
        record.Invoking(r => r.GetDecimal("impressions")).Should().Throw<FormatException>();
        record.Invoking(r => r.GetDate("impressions")).Should().Throw<FormatException>();
        record.Contains("clicks").Should().BeFalse();
    }

    [Fact]
    public async Task The_stream_stays_open()
    {
        MemoryStream stream = new(ReportFiles.Gzip("[]"));
        await ReportFiles.ReadAsync(stream, []);
        stream.CanRead.Should().BeTrue();
    }

    [Fact]
    public async Task Who_breaks_off_does_not_wait_for_a_stream_that_gives_nothing()
    {
        // More than is unpacked at a time.
        string rows = string.Join(',', Enumerable.Range(0, 60_000).Select(number => $"{{\"clicks\":{number}}}"));
        using var stream = new StallingStream(Encoding.UTF8.GetBytes($"[{rows},"));

        Func<Task> act = async () =>
        {
            await foreach (ReportBatch batch in ReportRowReader.ReadAsync(stream, ["clicks"]))
            {
                batch.RowCount.Should().Be(4096);
                break;
            }
        };

        await act.Should().CompleteWithinAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task An_enumerable_can_be_cancelled()
    {
        using CancellationTokenSource source = new();
        await source.CancelAsync();

        Func<Task> act = async () =>
        {
            await foreach (ReportBatch _ in ReportRowReader.ReadAsync(new MemoryStream("[]"u8.ToArray()), []).WithCancellation(source.Token))
            {
            }
        };

        await act.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_wide_report_gives_smaller_batches()
    {
        string row = "{" + string.Join(",", Enumerable.Range(0, 1000).Select(i => $"\"column{i}\":{i}")) + "}";
        byte[] file = Encoding.UTF8.GetBytes("[" + string.Join(",", Enumerable.Repeat(row, 1000)) + "]");
        List<int> sizes = [];
        await foreach (ReportBatch batch in ReportRowReader.ReadAsync(new MemoryStream(file), []))
        {
            batch.GetUtf8(batch.RowCount - 1, 999).ToArray().Should().Equal("999"u8.ToArray());
            sizes.Add(batch.RowCount);
        }

        sizes.Sum().Should().Be(1000);
        sizes.Max().Should().BeLessThan(200);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    public void Empty_and_repeated_columns_are_an_argument_error(string second)
    {
        Action act = () => ReportRowReader.ReadAsync(Stream.Null, ["a", second]);
        act.Should().Throw<ArgumentException>().WithMessage($"Column 1 ('{second}') is empty or named twice.*");
    }
}
