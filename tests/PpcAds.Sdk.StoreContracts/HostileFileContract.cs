using System.IO.Compression;
using System.Text;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>Files as no one should send them: loaded whole, or not at all.</summary>
public abstract class HostileFileContract : LoadContract
{
    private static readonly string[] Insertions = ["null", "{}", "[", "-", "\u0000", "\"", ",", "1e9"];

    /// <summary>How many damaged files are tried.</summary>
    protected virtual int Mutations => 150;

    [SkippableFact]
    public async Task A_row_of_a_megabyte_is_loaded()
    {
        string note = new('x', 1024 * 1024);
        Rows rows = new Rows().Campaign(Day, 1).Raw($$"""{"date":"2026-03-01","campaignId":2,"cost":2.5,"note":"{{note}}"}""");

        (await LoadAsync(rows)).Inserted.Should().Be(2);

        (await RecordsAsync()).Sum(row => row.Metrics[PerformanceMetric.Cost]).Should().Be(4m);
    }

    [SkippableFact]
    public async Task Two_thousand_columns_that_nobody_asked_for_do_no_harm()
    {
        string columns = string.Concat(Enumerable.Range(0, 2000).Select(i => $$""","column{{i}}":{{i}}"""));

        (await LoadAsync(new Rows().Raw($$"""{"date":"2026-03-01","campaignId":2,"cost":2.5{{columns}}}"""))).Inserted.Should().Be(1);

        (await RecordsAsync()).Single().Metrics[PerformanceMetric.Cost].Should().Be(2.5m);
    }

    [SkippableTheory]
    [InlineData("cost", "10000000000")]
    [InlineData("cost", "-1000000000000")]
    [InlineData("sales7d", "1000000000000.5")]
    [InlineData("impressions", "1000000000000")]
    [InlineData("impressions", "9223372036854775807")]
    public async Task A_figure_that_not_every_database_could_hold_or_sum_rejects_its_row_and_no_other(string column, string value)
    {
        LoadResult result = await LoadAsync(new Rows().Many(Enumerable.Range(1, 20).Select(id => (long)id), Day)
            .Raw($$"""{"date":"2026-03-01","campaignId":1,"{{column}}":{{value}}}""").Campaign(Day, 21, 9_999_999_999m));

        result.Should().Match<LoadResult>(load => load.Inserted == 21 && load.Rejected == 1);
        (await IssuesAsync()).Should().ContainSingle().Which.Reason.Should().Be("number out of range");
        (await CampaignAsync(21))!.Total.Cost.Should().Be(9_999_999_999m);
    }

    [SkippableTheory]
    [InlineData("1e400")]
    [InlineData("\"NaN\"")]
    [InlineData("[[[[1]]]]")]
    [InlineData("9223372036854775808")]
    public async Task A_figure_that_is_none_rejects_its_row_and_no_other(string cost)
    {
        LoadResult result = await LoadAsync(
            new Rows().Many(Enumerable.Range(1, 20).Select(id => (long)id), Day).Raw($$"""{"date":"2026-03-01","campaignId":99,"cost":{{cost}}}"""));

        result.Should().Match<LoadResult>(load => load.Inserted == 20 && load.Rejected == 1);
        (await IssuesAsync()).Should().ContainSingle().Which.Reason.Should().Be("number malformed");
    }

    [SkippableFact]
    public async Task The_last_of_duplicate_members_and_a_zero_with_a_sign_are_loaded()
    {
        await LoadAsync(new Rows().Raw("""{"date":"2026-03-01","campaignId":1,"cost":9,"cost":1.25,"sales7d":-0}"""));

        (await RecordsAsync()).Single().Should().Match<PerformanceRecord>(row => row.Metrics[PerformanceMetric.Cost] == 1.25m && row.Metrics[PerformanceMetric.Sales] == 0);
    }

    /// <summary>The seed makes the same files each time.</summary>
    [SkippableFact]
    public async Task A_damaged_file_is_loaded_whole_or_leaves_everything_as_it_was()
    {
        var random = new Random(11);
        byte[] plain = new Rows().Many(Enumerable.Range(1, 12).Select(id => (long)id), Day).Many(Enumerable.Range(1, 12).Select(id => (long)id), Day.AddDays(1), 2.5m).ToFile();
        byte[] packed = Gzip(plain);
        await LoadFileAsync(plain);
        string before = Describe(await RecordsAsync());
        (int refused, int loaded) = (0, 0);
        for (int i = 0; i < Mutations; i++)
        {
            try
            {
                await LoadFileAsync(Mutate(i % 2 == 0 ? plain : packed, random));
                loaded++;
                IReadOnlyList<PerformanceRecord> records = await RecordsAsync();
                before = Describe(records);
                (await DaysAsync()).Sum(day => day.Rows).Should().Be(records.Count, "the ledger counts what is there");
            }
            catch (Exception exception) when (exception is AmazonAdsUnexpectedResponseException or ReportRejectedException)
            {
                refused++;
                Describe(await RecordsAsync()).Should().Be(before);
            }
        }

        refused.Should().BeGreaterThan(Mutations / 3);
        loaded.Should().BeGreaterThan(Mutations / 20, "a figure that is another is no damage that a reader could see");
    }

    private static string Describe(IEnumerable<PerformanceRecord> records) => string.Join(
        '\n', records.Select(record => $"{record.Date:O} {record.EntityKey} {string.Join(' ', record.Metrics.OrderBy(metric => metric.Key).Select(metric => metric.Value))}"));

    private async Task LoadFileAsync(byte[] file)
    {
        LoadScope scope = Scope();
        await using ILoadSession session = await Store.Sink.BeginReplaceAsync(scope, new LoadId(Guid.NewGuid().ToString()));
        await foreach (ReportBatch batch in ReportRowReader.ReadAsync(new MemoryStream(file), scope.Dataset.Columns, new ReportReaderOptions { BatchSize = 5 }))
        {
            await session.WriteAsync(batch);
        }

        await session.CommitAsync();
    }

    private static byte[] Mutate(byte[] file, Random random)
    {
        List<byte> bytes = [.. file];
        int at = random.Next(bytes.Count);
        switch (random.Next(5))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                break;
            case 2:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 3:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(Insertions[random.Next(Insertions.Length)]));
                break;
            default:
                bytes.InsertRange(at, file.AsSpan(random.Next(file.Length / 2), file.Length / 3).ToArray());
                break;
        }

        return [.. bytes];
    }

    private static byte[] Gzip(byte[] content)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return target.ToArray();
    }
}
