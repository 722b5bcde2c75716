using System.Globalization;
using System.Text;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>A report that operations load.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Dataset">Its dataset.</param>
/// <param name="First">The first day that it was requested for.</param>
/// <param name="Last">The last one.</param>
/// <param name="Hour">How many hours after the others Amazon took its figures: later ones replace earlier ones.</param>
/// <param name="Rows">Its rows.</param>
internal sealed record ReportFile(string Name, Dataset Dataset, DateOnly First, DateOnly Last, int Hour, IReadOnlyList<ReportFileRow> Rows)
{
    /// <summary>When Amazon took the first figures.</summary>
    private static readonly DateTimeOffset FirstGenerated = new(2026, 5, 1, 10, 0, 0, TimeSpan.Zero);

    public DateTimeOffset GeneratedAt => FirstGenerated.AddHours(Hour);

    public IAsyncEnumerable<ReportBatch> ReadAsync() => ReportRowReader.ReadAsync(
        new MemoryStream(Encoding.UTF8.GetBytes($"[{string.Join(',', Rows.Select(Json))}]")), Dataset.Columns, new ReportReaderOptions());

    private string Json(ReportFileRow row)
    {
        string target = Dataset.Grain == DatasetGrain.Target
            ? $""" "adGroupId":50,"keywordId":{row.Id},"keywordType":"{row.KeywordType}","matchType":"{row.KeywordType}","targeting":"words {row.Id}", """
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            {"date":"{{row.Date:yyyy-MM-dd}}","campaignId":{{(target.Length > 0 ? 1 : row.Id)}},{{target}}"campaignBudgetCurrencyCode":"{{row.Currency}}",
            "impressions":{{row.Units * 100}},"clicks":{{row.Units * 3}},"cost":{{row.Units}}.25,"purchases7d":{{row.Units}},"sales7d":{{row.Units * 10}},"unitsSoldClicks7d":{{row.Units}}}
            """);
    }
}
