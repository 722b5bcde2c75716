using System.Text;
using FluentAssertions;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Profiles;
using PpcAds.Sdk.Reports;
using Xunit;

namespace PpcAds.Sdk.Tests.SponsoredBrands;

/// <summary>Rows as Amazon may send them, and what becomes of them.</summary>
public sealed class BrandRowTests
{
    [Theory]
    [InlineData("""{"keywordId":3,"targetingId":null,"keywordType":"PHRASE","keywordText":"mug"}""", "1.2.k3", "keyword", "mug", 3L)]
    [InlineData("""{"keywordId":"3","keywordText":"mug"}""", "1.2.k3", "keyword", "mug", 3L)]
    [InlineData("""{"keywordId":3,"targetingId":3,"keywordType":"EXACT","keywordText":"mug","targetingText":"x"}""", "1.2.k3", "keyword", "mug", 3L)]
    [InlineData("""{"keywordId":null,"targetingId":4,"keywordType":"TARGETING_EXPRESSION","targetingText":"","targetingExpression":"asin=\"B1\""}""", "1.2.t4", "product", "asin=\"B1\"", 4L)]
    [InlineData("""{"keywordId":4,"keywordType":"THEME","targetingText":"brand"}""", "1.2.t4", "theme", "brand", 4L)]
    [InlineData("""{"targetingId":5,"keywordType":"TARGETING_EXPRESSION_PREDEFINED"}""", "1.2.t5", "auto", null, 5L)]
    [InlineData("""{"targetingId":"Unallocated","keywordType":"THEME"}""", "1#", "unallocated", "Unallocated", null)]
    [InlineData("""{}""", "1#", "unallocated", null, null)]
    public async Task A_target_row_is_keyed(string row, string key, string kind, string? text, long? targetId)
    {
        PerformanceRow read = await ReadAsync(Datasets.SbTarget, row);

        (Shorten(read.GetEntityKey()), read.GetText(PerformanceText.TargetKind)).Should().Be((key, kind));
        (read.GetText(PerformanceText.TargetText), read.TargetId).Should().Be((text, targetId));
    }

    /// <summary>The ids of a key; <c>#</c> stands for a hash.</summary>
    private static string Shorten(string key) =>
        key.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? key[..(at + 1)] : key;

    [Fact]
    public async Task Search_terms_are_told_apart_by_term_and_match_type()
    {
        string[] rows =
        [
            """{"keywordId":3,"matchType":"EXACT","searchTerm":"blue mug"}""",
            """{"keywordId":3,"matchType":"PHRASE","searchTerm":"blue mug"}""",
            """{"keywordId":3,"matchType":"EXACT","searchTerm":"blue mugs"}""",
            """{"matchType":"TARGETING_EXPRESSION","searchTerm":"blue mug"}""",
            """{"matchType":"EXACTb","searchTerm":"lue mug"}""",
        ];

        var keys = new List<string>();
        foreach (string row in rows)
        {
            PerformanceRow read = await ReadAsync(Datasets.SbSearchTerm, row);
            keys.Add(read.GetEntityKey());
            read.GetText(PerformanceText.SearchTerm).Should().NotBeNull();
        }

        keys.Should().OnlyHaveUniqueItems().And.OnlyContain(key => key.StartsWith("1#", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sb.target", """{"targetingId":9223372036854775808}""")]
    [InlineData("sb.search_term", """{"keywordId":9223372036854775808}""")]
    [InlineData("sb.ad", """{"adId":9223372036854775808}""")]
    public async Task An_id_out_of_range_is_a_problem(string dataset, string row)
    {
        Func<Task> read = () => ReadAsync(Datasets.Get(dataset), row);

        await read.Should().ThrowAsync<InvalidOperationException>().WithMessage("id out of range*");
    }

    [Fact]
    public void Sponsored_Brands_counts_14_days_for_everybody_and_asks_only_for_columns_that_are_documented()
    {
        foreach (Dataset dataset in Datasets.All.Where(dataset => dataset.Id.StartsWith("sb.", StringComparison.Ordinal)))
        {
            dataset.AttributionDaysFor(ProfileType.Seller).Should().Be(14);
            dataset.Columns.Should().OnlyHaveUniqueItems(dataset.Id);
            dataset.AdProduct.Should().Be("SPONSORED_BRANDS");
            dataset.Metrics.Should().OnlyContain(metric => dataset.Columns.Contains(dataset.ColumnOf(metric, 14)!));
        }

        Datasets.SbTarget.Metrics.Should().NotContain([PerformanceMetric.UnitsClicks, PerformanceMetric.ViewableImpressions]);
        Datasets.SbPurchasedProduct.Metrics.Should().NotContain([PerformanceMetric.Cost, PerformanceMetric.Impressions]);
    }

    private static async Task<PerformanceRow> ReadAsync(Dataset dataset, string row)
    {
        string file = $$"""[{"date":"2026-03-01","campaignId":1,"adGroupId":2{{(row == "{}" ? "" : ",")}}{{row[1..]}}]""";
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
