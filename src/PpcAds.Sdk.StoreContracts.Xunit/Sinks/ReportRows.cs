using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.StoreContracts.Xunit;

/// <summary>Makes the file of a report, row by row.</summary>
public sealed class ReportRows
{
    private readonly List<string> _rows = [];

    /// <summary>Gets a new report without rows.</summary>
    public static ReportRows None => new();

    /// <summary>Adds a row of <see cref="Datasets.SpCampaign"/>.</summary>
    /// <param name="date">The day.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cost">The cost, in USD.</param>
    /// <param name="impressions">The impressions.</param>
    /// <param name="sales7d">The sales within 7 days; those within 14 are twice as much.</param>
    public ReportRows Campaign(
        DateOnly date, long campaignId, decimal cost = 1.5m, long impressions = 100, decimal sales7d = 10m) =>
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

    /// <summary>Adds a row of <see cref="Datasets.SpAdGroup"/>.</summary>
    /// <param name="date">The day.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="adGroupId">The ad group.</param>
    /// <param name="cost">The cost.</param>
    public ReportRows AdGroup(DateOnly date, long campaignId, long adGroupId, decimal cost = 1.5m) =>
        Add(
            new JsonObject
            {
                ["date"] = Text(date),
                ["campaignId"] = campaignId,
                ["adGroupId"] = adGroupId,
                ["impressions"] = 10,
                ["cost"] = cost,
            });

    /// <summary>Adds a row of <see cref="Datasets.SpTarget"/>.</summary>
    /// <param name="date">The day.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="adGroupId">The ad group.</param>
    /// <param name="keywordId">The keyword or target: a number, or a text where Amazon has none.</param>
    /// <param name="keywordType">The type as Amazon writes it.</param>
    /// <param name="cost">The cost.</param>
    public ReportRows Target(
        DateOnly date, long campaignId, long adGroupId, JsonNode? keywordId, string keywordType = "EXACT", decimal cost = 1.5m) =>
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

    /// <summary>Adds an element of the file's array as it stands, a row or anything else.</summary>
    /// <param name="json">The JSON.</param>
    public ReportRows Raw(string json)
    {
        _rows.Add(json);
        return this;
    }

    /// <summary>Adds a row of <see cref="Datasets.SpCampaign"/> for each campaign.</summary>
    /// <param name="campaigns">The campaigns.</param>
    /// <param name="date">The day.</param>
    /// <param name="cost">The cost of each.</param>
    public ReportRows Many(IEnumerable<long> campaigns, DateOnly date, decimal cost = 1.5m)
    {
        ArgumentNullException.ThrowIfNull(campaigns);
        foreach (long campaign in campaigns)
        {
            Campaign(date, campaign, cost);
        }

        return this;
    }

    /// <summary>Reads the file as a load does.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="batchSize">The rows of a batch; the memory of a batch is used again for the next.</param>
    public IAsyncEnumerable<ReportBatch> ReadAsync(Dataset dataset, int? batchSize = null)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ReportReaderOptions options =
            batchSize is { } size ? new ReportReaderOptions { BatchSize = size } : new ReportReaderOptions();
        return ReportRowReader.ReadAsync(new MemoryStream(ToFile()), dataset.Columns, options);
    }

    /// <summary>Gets the file: JSON, not compressed.</summary>
    public byte[] ToFile() => Encoding.UTF8.GetBytes($"[{string.Join(',', _rows)}]");

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private ReportRows Add(JsonObject row) => Raw(row.ToJsonString(JsonSerializerOptions.Default));
}
