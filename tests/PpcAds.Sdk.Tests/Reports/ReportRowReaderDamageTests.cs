using System.Text;
using FluentAssertions;
using PpcAds.Sdk.Reports;
using Xunit;

namespace PpcAds.Sdk.Tests.Reports;

public sealed class ReportRowReaderDamageTests
{
    private const string TwoRows = """[{"a":1,"b":"x"},{"a":2,"b":"y"}]""";

    [Theory]
    [InlineData("", "*is empty*'[]'*")]
    [InlineData("  \n", "*is empty*")]
    [InlineData("\uFEFF", "*is empty*")]
    [InlineData("[", "*ends too early*row 0*")]
    [InlineData("[{\"a\":1}", "*ends too early*row 1*")]
    [InlineData("[{\"a\":1},{\"a\":1", "*ends too early*row 1*")]
    [InlineData("[{\"a\":\"x", "*ends too early*row 0*")]
    [InlineData("[{\"a\":1}]]", "*goes on after the end*")]
    [InlineData("[{\"a\":1}] [{\"a\":1}]", "*goes on after the end*")]
    [InlineData("[{\"a\":1}]\0", "*goes on after the end*")]
    [InlineData("[{\"a\":NaN}]", "*not valid JSON at row 0*'N'*")]
    [InlineData("[{\"a\":1},{\"a\":01}]", "*not valid JSON at row 1*byte*")]
    [InlineData("[{\"a\":1},{\"a\":1.}]", "*not valid JSON*")]
    [InlineData("[{\"a\":1},{\"a\":1,}]", "*not valid JSON*")]
    [InlineData("[{\"a\":1},{\"a\":1}{\"a\":1}]", "*not valid JSON*")]
    [InlineData("[{\"a\":1},,{\"a\":1}]", "*not valid JSON*")]
    [InlineData("[{\"a\":1},]", "*not valid JSON*")]
    [InlineData("[{\"a\":1},{\"a\":\"x\ny\"}]", "*not valid JSON*")]
    [InlineData("[{\"a\":1},{\"a\":tru}]", "*not valid JSON*")]
    [InlineData("[{\"a\":1},{'a':1}]", "*not valid JSON*")]
    [InlineData("<?xml version=\"1.0\"?><Error/>", "*not valid JSON*'<'*")]
    public async Task A_damaged_file_is_refused_as_transient(string json, string message)
    {
        foreach (byte[] file in new[] { Encoding.UTF8.GetBytes(json), ReportFiles.Gzip(json + (json.Length == 0 ? " " : "")) })
        {
            AmazonAdsUnexpectedResponseException exception = await Fails(file);

            exception.Message.Should().Match(message).And.EndWith("Download the report again; if it comes the same, request a new one from Amazon.");
            exception.Message.Should().NotContain("LineNumber");
            exception.IsTransient.Should().BeTrue();
        }
    }

    [Theory]
    [InlineData("""{"code":"401"}""", "*JSON object where an array*")]
    [InlineData("null", "*JSON null where an array*")]
    [InlineData("\"text\"", "*JSON string where an array*")]
    public async Task Another_JSON_value_than_an_array_is_refused_for_good(string json, string message)
    {
        AmazonAdsUnexpectedResponseException exception = await Fails(Encoding.UTF8.GetBytes(json));

        exception.Message.Should().Match(message);
        exception.IsTransient.Should().BeFalse();
    }

    [Fact]
    public async Task Gzip_cut_at_any_byte_is_refused()
    {
        byte[] file = ReportFiles.Gzip(TwoRows + new string(' ', 100));
        for (int length = 0; length < file.Length; length++)
        {
            (await Fails(file[..length])).IsTransient.Should().BeTrue();
        }
    }

    [Fact]
    public async Task Gzip_with_any_bit_of_its_checksum_or_length_flipped_is_refused()
    {
        byte[] file = ReportFiles.Gzip(TwoRows);
        for (int bit = 0; bit < 64; bit++)
        {
            byte[] damaged = [.. file];
            damaged[file.Length - 8 + (bit / 8)] ^= (byte)(1 << (bit % 8));
            (await Fails(damaged)).Message.Should().Contain("gzip data is truncated or damaged");
        }
    }

    [Theory]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 0x1F, 0x8B })]
    [InlineData(new byte[] { (byte)'x', (byte)'y', (byte)'z' })]
    public async Task Anything_after_the_gzip_data_is_refused(byte[] trailing) =>
        (await Fails([.. ReportFiles.Gzip(TwoRows), .. trailing])).Message.Should().Contain("gzip data is truncated or damaged");

    [Fact]
    public async Task Gzip_in_several_members_is_one_text() =>
        (await ReportFiles.ReadAsync([.. ReportFiles.Gzip(TwoRows[..20]), .. ReportFiles.Gzip(TwoRows[20..])], "a")).Should().HaveCount(2);

    [Fact]
    public async Task Rows_before_the_damage_are_given_but_the_reading_never_completes()
    {
        byte[] file = Encoding.UTF8.GetBytes("[" + string.Join(",", Enumerable.Repeat("""{"a":1}""", 10)));
        int rows = 0;
        Func<Task> act = async () =>
        {
            await foreach (ReportBatch batch in ReportRowReader.ReadAsync(new MemoryStream(file), ["a"], new ReportReaderOptions { BatchSize = 3 }))
            {
                rows += batch.RowCount;
            }
        };

        await act.Should().ThrowAsync<AmazonAdsUnexpectedResponseException>();
        rows.Should().Be(9);
    }

    [Theory]
    [InlineData(0xFF)]
    [InlineData(0xC3)]
    [InlineData(0x80)]
    public async Task Bytes_that_are_no_UTF8_become_the_replacement_character(byte bad)
    {
        byte[] file = Encoding.UTF8.GetBytes("""[{"a":"x"},{"a":"#"}]""");
        file[Array.IndexOf(file, (byte)'#')] = bad;

        (await ReportFiles.ReadAsync(new MemoryStream(file), ["a"])).Select(row => row["a"]).Should().Equal("x", "\uFFFD");
    }

    [Fact]
    public async Task Deep_nesting_is_refused() =>
        (await Fails(Encoding.UTF8.GetBytes("""[{"a":1},{"a":""" + new string('[', 100)))).Message.Should().Contain("not valid JSON at row 1").And.Contain("depth");

    [Theory]
    [InlineData(100)]
    [InlineData(1_000_000)]
    public async Task A_row_beyond_the_limit_is_refused_with_the_name_of_the_option(int limit)
    {
        string Row(int length) => """{"a":"1234"}""".Replace("1234", new string('x', length - 8), StringComparison.Ordinal);
        ReportReaderOptions options = new() { MaxRowBytes = limit };

        (await ReportFiles.ReadAsync(Stream($"[{Row(limit)},{Row(limit)}]"), ["a"], options)).Should().HaveCount(2);
        foreach (string json in new[] { $"[{Row(limit + 1)}]", $"[{Row(limit)},{Row(limit + 1)}]", "[" + Row(3 * limit)[..^2] })
        {
            AmazonAdsUnexpectedResponseException exception = await Fails(Stream(json), options);
            exception.Message.Should().Contain($"longer than {limit} bytes").And.Contain("ReportReaderOptions.MaxRowBytes");
            exception.IsTransient.Should().BeFalse();
        }
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_refused_with_the_name_of_the_option()
    {
        byte[] bomb = ReportFiles.Gzip("[" + new string(' ', 10_000_000) + "]");
        bomb.Length.Should().BeLessThan(100_000);

        AmazonAdsUnexpectedResponseException exception = await Fails(new MemoryStream(bomb), new ReportReaderOptions { MaxDecompressedBytes = 1_000_000 });

        exception.Message.Should().Contain("more than 1000000 bytes").And.Contain("ReportReaderOptions.MaxDecompressedBytes");
        exception.IsTransient.Should().BeFalse();
    }

    [Fact]
    public async Task A_file_of_exactly_the_limit_is_read() =>
        (await ReportFiles.ReadAsync(Stream(TwoRows), ["a"], new ReportReaderOptions { MaxDecompressedBytes = TwoRows.Length })).Should().HaveCount(2);

    [Fact]
    public async Task New_columns_without_end_are_refused() =>
        (await Fails(Encoding.UTF8.GetBytes("[" + string.Join(",", Enumerable.Range(0, 5000).Select(i => $$"""{"c{{i}}":1}""")) + "]")))
            .Message.Should().Contain("more than 4096 different columns");

    [Fact]
    public void Options_out_of_range_are_an_argument_error()
    {
        foreach (ReportReaderOptions options in new ReportReaderOptions[]
        {
            new() { BatchSize = 0 }, new() { BatchSize = 65_537 }, new() { MaxRowBytes = 0 }, new() { MaxRowBytes = int.MaxValue }, new() { MaxDecompressedBytes = 0 },
        })
        {
            Action act = () => ReportRowReader.ReadAsync(System.IO.Stream.Null, [], options);
            act.Should().Throw<ArgumentOutOfRangeException>();
        }
    }

    private static MemoryStream Stream(string json) => new(Encoding.UTF8.GetBytes(json));

    private static Task<AmazonAdsUnexpectedResponseException> Fails(byte[] file) => Fails(new MemoryStream(file));

    private static async Task<AmazonAdsUnexpectedResponseException> Fails(Stream file, ReportReaderOptions? options = null)
    {
        Func<Task> act = () => ReportFiles.ReadAsync(file, ["a", "b"], options);
        return (await act.Should().ThrowAsync<AmazonAdsUnexpectedResponseException>()).Which;
    }
}
