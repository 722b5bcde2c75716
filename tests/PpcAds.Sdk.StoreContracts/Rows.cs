using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>Makes the rows of a report's file.</summary>
public sealed class Rows
{
    private readonly List<string> _rows = [];

    public static Rows None => new();

    public Rows Campaign(DateOnly date, long campaignId, decimal cost = 1.5m, long impressions = 100, decimal sales7d = 10m) =>
        Add(new JsonObject
        {
            ["date"] = Text(date),
            ["campaignId"] = campaignId,
            ["campaignBudgetCurrencyCode"] = "USD",
            ["impressions"] = impressions,
            ["clicks"] = 4,
            ["cost"] = cost,
            ["purchases7d"] = 1,
            ["sales7d"] = sales7d,
            ["sales14d"] = sales7d * 2,
            ["unitsSoldClicks7d"] = 2,
        });

    public Rows AdGroup(DateOnly date, long campaignId, long adGroupId, decimal cost = 1.5m) =>
        Add(new JsonObject { ["date"] = Text(date), ["campaignId"] = campaignId, ["adGroupId"] = adGroupId, ["impressions"] = 10, ["cost"] = cost });

    public Rows Target(DateOnly date, long campaignId, long adGroupId, JsonNode? keywordId, string keywordType = "EXACT", decimal cost = 1.5m) =>
        Add(new JsonObject
        {
            ["date"] = Text(date),
            ["campaignId"] = campaignId,
            ["adGroupId"] = adGroupId,
            ["keywordId"] = keywordId,
            ["keywordType"] = keywordType,
            ["matchType"] = keywordType,
            ["targeting"] = "blue mug",
            ["impressions"] = 10,
            ["cost"] = cost,
        });

    /// <summary>A row, or anything else, as it stands.</summary>
    public Rows Raw(string json)
    {
        _rows.Add(json);
        return this;
    }

    public Rows Many(IEnumerable<long> campaigns, DateOnly date, decimal cost = 1.5m)
    {
        foreach (long campaign in campaigns)
        {
            Campaign(date, campaign, cost);
        }

        return this;
    }

    public IAsyncEnumerable<ReportBatch> ReadAsync(Dataset dataset) =>
        ReportRowReader.ReadAsync(new MemoryStream(ToFile()), dataset.Columns, new ReportReaderOptions());

    public byte[] ToFile() => Encoding.UTF8.GetBytes($"[{string.Join(',', _rows)}]");

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Rows Add(JsonObject row) => Raw(row.ToJsonString(JsonSerializerOptions.Default));
}
