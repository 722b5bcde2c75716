using System.Text;
using System.Text.Json;
using CsCheck;
using FluentAssertions;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reports;
using Xunit;

namespace PpcAds.Sdk.Tests.Keys;

/// <summary>Two entities never share a row, and one is always the same.</summary>
public sealed class EntityKeyTests
{
    private static readonly Gen<string> Texts = Gen.String[Gen.Char['a', 'c'], 0, 4];

    [Fact]
    public async Task Rows_of_a_search_term_report_share_a_key_only_if_all_of_it_is_the_same()
    {
        Gen<(long AdGroup, long Keyword, string Match, string Term)> rows =
            Gen.Select(Gen.Long[1, 3], Gen.Long[1, 3], Texts, Texts);
        await Gen.Select(rows, rows).SampleAsync(
            async pair =>
            {
                PerformanceRow one = await ReadAsync(Datasets.SpSearchTerm, Line(pair.Item1));
                byte[] detail = one.EntityDetail.ToArray();
                string text = one.GetEntityKey();
                PerformanceRow other = await ReadAsync(Datasets.SpSearchTerm, Line(pair.Item2));

                other.EntityDetail.SequenceEqual(detail).Should().Be(pair.Item1 == pair.Item2);
                (other.GetEntityKey() == text).Should().Be(pair.Item1 == pair.Item2);
            },
            iter: 300,
            threads: 1);
    }

    [Theory]
    [InlineData(1, 2, 3, true)]
    [InlineData(1, 2, 3, false)]
    [InlineData(long.MaxValue, long.MaxValue, long.MaxValue, true)]
    [InlineData(long.MaxValue, 1, long.MaxValue, false)]
    public async Task A_key_of_ids_is_the_ids(long campaign, long adGroup, long target, bool isKeyword)
    {
        PerformanceRow row = await ReadAsync(
            Datasets.SpTarget,
            $$"""
            {"date":"2026-03-01","campaignId":{{campaign}},"adGroupId":{{adGroup}},"keywordId":{{target}},
            "keywordType":"{{(isKeyword ? "EXACT" : "TARGETING_EXPRESSION")}}"}
            """);

        string text = $"{campaign}.{adGroup}.{(isKeyword ? 'k' : 't')}{target}";
        row.GetEntityKey().Should().Be(text);
        EntityKeyText.Of(DatasetGrain.Target, campaign, row.EntityDetail).Should().Be(text);
        (row.EntityDetail[0] & 0x80).Should().Be(0);
    }

    [Fact]
    public async Task A_key_with_text_or_without_an_id_is_a_hash_in_the_text_too()
    {
        PerformanceRow row = await ReadAsync(
            Datasets.SpAdGroup, """{"date":"2026-03-01","campaignId":7,"adGroupId":null}""");

        row.GetEntityKey().Should().MatchRegex("^7#[89a-f][0-9a-f]{31}$")
            .And.Be(EntityKeyText.Of(DatasetGrain.AdGroup, 7, row.EntityDetail));
    }

    private static string Line((long AdGroup, long Keyword, string Match, string Term) row) => JsonSerializer.Serialize(
        new
        {
            date = "2026-03-01",
            campaignId = 1,
            adGroupId = row.AdGroup,
            keywordId = row.Keyword,
            keywordType = "EXACT",
            matchType = row.Match,
            searchTerm = row.Term,
        });

    private static async Task<PerformanceRow> ReadAsync(Dataset dataset, string row)
    {
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
            AttributionDays = 7,
        });
        var file = new MemoryStream(Encoding.UTF8.GetBytes($"[{row}]"));
        await foreach (ReportBatch batch in ReportRowReader.ReadAsync(file, dataset.Columns, new ReportReaderOptions()))
        {
            mapper.Bind(batch);
            mapper.TryRead(0, out RowProblem? problem).Should().BeTrue(problem?.Details);
        }

        return mapper.Row;
    }
}
