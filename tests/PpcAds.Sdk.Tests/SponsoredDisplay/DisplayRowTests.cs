using System.Text;
using FluentAssertions;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Profiles;
using PpcAds.Sdk.Reports;
using Xunit;

namespace PpcAds.Sdk.Tests.SponsoredDisplay;

/// <summary>Rows as Amazon may send them, and what becomes of them.</summary>
public sealed class DisplayRowTests
{
    [Theory]
    [InlineData("""{"adGroupId":2,"targetingId":4,"targetingText":"asin=\"B1\""}""", "1.2.t4", "product", "asin=\"B1\"", 4L)]
    [InlineData("""{"adGroupId":"2","targetingId":"4","targetingText":"","targetingExpression":"views=(category=\"1\" lookback=30)"}""", "1.2.t4", "audience", "views=(category=\"1\" lookback=30)", 4L)]
    [InlineData("""{"adGroupId":2,"targetingId":4,"targetingText":"category=\"1\" lookback=30"}""", "1.2.t4", "audience", "category=\"1\" lookback=30", 4L)]
    [InlineData("""{"adGroupId":2,"targetingId":"Unallocated","targetingText":"Unallocated"}""", "1#", "unallocated", "Unallocated", null)]
    [InlineData("""{"adGroupId":2,"targetingId":-20}""", "1#", "unallocated", "-20", null)]
    [InlineData("""{"adGroupId":-20,"targetingId":"-20"}""", "1#", "unallocated", "-20", null)]
    [InlineData("""{"adGroupId":null}""", "1#", "unallocated", null, null)]
    public async Task A_target_row_is_keyed(string row, string key, string kind, string? text, long? targetId)
    {
        PerformanceRow read = await ReadAsync(Datasets.SdTarget, row);

        (Shorten(read.GetEntityKey()), read.GetText(PerformanceText.TargetKind)).Should().Be((key, kind));
        (read.GetText(PerformanceText.TargetText), read.TargetId).Should().Be((text, targetId));
    }

    /// <summary>The ids of a key; <c>#</c> stands for a hash.</summary>
    private static string Shorten(string key) =>
        key.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? key[..(at + 1)] : key;

    [Fact]
    public async Task Bought_products_are_told_apart_by_what_was_advertised()
    {
        string[] rows =
        [
            """{"adGroupId":2,"promotedAsin":"B01","promotedSku":"S","asinBrandHalo":"B11"}""",
            """{"adGroupId":2,"promotedAsin":"B01","promotedSku":"T","asinBrandHalo":"B11"}""",
            """{"adGroupId":2,"promotedAsin":"B01","asinBrandHalo":"B11"}""",
            """{"adGroupId":2,"promotedAsin":"B01","promotedSku":"S","asinBrandHalo":"B12"}""",
        ];

        var keys = new List<string>();
        foreach (string row in rows)
        {
            keys.Add((await ReadAsync(Datasets.SdPurchasedProduct, row)).GetEntityKey());
        }

        keys.Should().OnlyHaveUniqueItems().And.OnlyContain(key => key.StartsWith("1#", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_id_out_of_range_is_a_problem()
    {
        Func<Task> read = () => ReadAsync(Datasets.SdTarget, """{"adGroupId":2,"targetingId":9223372036854775808}""");

        await read.Should().ThrowAsync<InvalidOperationException>().WithMessage("id out of range*");
    }

    [Fact]
    public void Sponsored_Display_counts_14_days_for_everybody_and_asks_for_each_column_once()
    {
        List<Dataset> datasets = [.. Datasets.All.Where(dataset => dataset.Id.StartsWith("sd.", StringComparison.Ordinal))];
        datasets.Should().HaveCount(5);
        foreach (Dataset dataset in datasets)
        {
            (dataset.AttributionDaysFor(ProfileType.Seller), dataset.AdProduct).Should().Be((14, "SPONSORED_DISPLAY"));
            dataset.Columns.Should().OnlyHaveUniqueItems(dataset.Id).And.BeSubsetOf(dataset.ReportType.Columns.Select(column => column.Name));
        }
    }

    private static async Task<PerformanceRow> ReadAsync(Dataset dataset, string row)
    {
        string file = $$"""[{"date":"2026-03-01","campaignId":1,{{row[1..]}}]""";
        var mapper = new PerformanceRowMapper(new LoadScope
        {
            AccountId = new AccountId(1),
            ProfileId = new ProfileId(1),
            Dataset = dataset,
            StartDate = new DateOnly(2026, 3, 1),
            EndDate = new DateOnly(2026, 3, 1),
            ReportId = "r",
            GeneratedAt = new DateTimeOffset(2026, 3, 15, 10, 0, 0, TimeSpan.Zero),
            RetentionStart = new DateOnly(2025, 12, 10),
            CurrencyCode = "USD",
            AttributionDays = 14,
        });
        await foreach (ReportBatch batch in ReportRowReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(file)), dataset.Columns, new ReportReaderOptions()))
        {
            mapper.Bind(batch);
            return mapper.TryRead(0, out RowProblem? problem) ? mapper.Row : throw new InvalidOperationException($"{problem!.Reason}: {problem.Details}");
        }

        throw new InvalidOperationException("There is no row.");
    }
}
