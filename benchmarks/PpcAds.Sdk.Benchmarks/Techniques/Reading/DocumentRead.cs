using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using PpcAds.Sdk.Benchmarks.Input;
using PpcAds.Sdk.Benchmarks.Measuring;

namespace PpcAds.Sdk.Benchmarks.Techniques.Reading;

/// <summary>The whole file as a <see cref="JsonDocument"/>.</summary>
internal sealed class DocumentRead(RunRequest request) : ReadTechnique(request)
{
    protected override async Task<ReportTotals> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var sums = new LineSums();
        await using FileStream file = InputFiles.OpenBuffered(path);
        await using GZipStream gzip = OpenGzip(file);
        using JsonDocument document = await JsonDocument.ParseAsync(gzip, default, cancellationToken);
        foreach (JsonElement row in document.RootElement.EnumerateArray())
        {
            sums.Add(ToLine(row));
        }

        return sums.ToTotals();
    }

    private static ReportLine ToLine(JsonElement row) => new()
    {
        Date = DateOnly.ParseExact(row.GetProperty("date").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        CampaignId = row.GetProperty("campaignId").GetInt64(),
        AdGroupId = row.GetProperty("adGroupId").GetInt64(),
        KeywordId = row.GetProperty("keywordId").GetInt64(),
        KeywordType = row.GetProperty("keywordType").GetString()!,
        MatchType = row.GetProperty("matchType").GetString()!,
        Targeting = row.GetProperty("targeting").GetString()!,
        SearchTerm = row.TryGetProperty("searchTerm", out JsonElement term) ? term.GetString() : null,
        CampaignBudgetCurrencyCode = row.GetProperty("campaignBudgetCurrencyCode").GetString()!,
        Impressions = row.GetProperty("impressions").GetInt64(),
        Clicks = row.GetProperty("clicks").GetInt64(),
        Cost = row.GetProperty("cost").GetDecimal(),
        Purchases1d = row.GetProperty("purchases1d").GetInt64(),
        Purchases7d = row.GetProperty("purchases7d").GetInt64(),
        Purchases14d = row.GetProperty("purchases14d").GetInt64(),
        Purchases30d = row.GetProperty("purchases30d").GetInt64(),
        Sales1d = row.GetProperty("sales1d").GetDecimal(),
        Sales7d = row.GetProperty("sales7d").GetDecimal(),
        Sales14d = row.GetProperty("sales14d").GetDecimal(),
        Sales30d = row.GetProperty("sales30d").GetDecimal(),
        UnitsSoldClicks1d = row.GetProperty("unitsSoldClicks1d").GetInt64(),
        UnitsSoldClicks7d = row.GetProperty("unitsSoldClicks7d").GetInt64(),
        UnitsSoldClicks14d = row.GetProperty("unitsSoldClicks14d").GetInt64(),
        UnitsSoldClicks30d = row.GetProperty("unitsSoldClicks30d").GetInt64(),
        AttributedSalesSameSku7d = row.GetProperty("attributedSalesSameSku7d").GetDecimal(),
        AttributedSalesSameSku14d = row.GetProperty("attributedSalesSameSku14d").GetDecimal(),
    };
}
