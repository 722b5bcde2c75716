using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PpcAds.Sdk.Cases.Tests.Replay;
using PpcAds.Sdk.Cases.Tests.Worlds;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Cases.Tests.Kinds;

/// <summary>Rows of reports with odd members: no figure is lost, no report is thrown away for them, currencies are codes in capitals.</summary>
internal sealed partial class ReportRowKind : ReportKind
{
    private const string Currency = "campaignBudgetCurrencyCode";

    public override bool Takes(CaseFile file) => file.Items("rows").Count > 0 && file.Items("rows").All(row => row is JsonObject);

    public override async Task CheckAsync(CaseFile file, CaseStage stage)
    {
        JsonObject[] rows = [.. file.Items("rows").Cast<JsonObject>()];
        foreach (Dataset dataset in DatasetsOf(file, rows))
        {
            await using CaseWorld world = await stage.StartAsync(options => options.Datasets = [dataset.Id]);
            string day = world.Time.GetUtcNow().AddDays(-3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            string content = new JsonArray([.. rows.Select(row => row.DeepClone())]).ToJsonString()
                .Replace("\\u003Cday\\u003E", day, StringComparison.Ordinal);
            world.Server.Answer = request => IsReportFile(request) ? ReplayAnswer.File(content) : null;

            (_, IngestionResult rest) = await LoadAsync(world);
            IReadOnlyList<PerformanceRecord> records = await world.RecordsAsync(dataset.Id);
            records.Should().OnlyContain(record => CodePattern().IsMatch(record.CurrencyCode));
            JsonObject[] readable = [.. rows.Where(row => row[Currency] is null || CodePattern().IsMatch(row[Currency]!.ToString().Trim().ToUpperInvariant()))];
            if (readable.Length == rows.Length)
            {
                rest.Succeeded.Should().BeTrue("{0} of {1}", content, dataset);
                records.Should().HaveCount(rows.Length);
                Created(world).Should().Be(1);
                records.Select(record => record.CurrencyCode).Should().BeEquivalentTo(
                    rows.Select(row => row[Currency]?.ToString().Trim().ToUpperInvariant() ?? "USD"));
                records.Sum(record => record.Metrics.GetValueOrDefault(PerformanceMetric.Cost)).Should().Be(rows.Sum(row => Number(row, "cost")));
                records.Sum(record => record.Metrics.GetValueOrDefault(PerformanceMetric.Clicks)).Should().Be(rows.Sum(row => Number(row, "clicks")));
                records.Count(record => record.AdGroupId is null && record.CampaignId is not null).Should().Be(
                    rows.Count(row => row["campaignId"] is not null && !long.TryParse(row["adGroupId"]?.ToString(), out _)));
                await world.SyncAsync();
                Created(world).Should().Be(1, "what is loaded is not requested again");
            }
            else
            {
                Created(world).Should().BeLessThanOrEqualTo(5);
            }

            if (rows.Any(row => row.ContainsKey("adGroupId") && row["adGroupId"] is null))
            {
                (await world.IssuesAsync()).Should().NotBeEmpty("a missing part is noted");
            }
        }
    }

    public override CaseFile Vary(CaseFile file, Random random)
    {
        if (random.Next(2) == 0)
        {
            string code = Pick(random, "jpy", "Usd", "eUR", " gbp", "USDT", "$", "", "12", "u$d", "usd");
            return file with
            {
                Json = new JsonObject
                {
                    ["how"] = "A row of sp.campaign with another currency.",
                    ["rows"] = new JsonArray(new JsonObject { ["date"] = "<day>", ["campaignId"] = 1, ["cost"] = random.Next(100), [Currency] = code }),
                },
            };
        }

        string dataset = Pick(random, "sb.search_term", "sb.target", "sp.target", "sp.search_term");
        return file with
        {
            Json = new JsonObject
            {
                ["how"] = $"A report of {dataset} in which some rows have no ad group.",
                ["rows"] = new JsonArray([.. Enumerable.Range(1, random.Next(1, 8)).Select(i => (JsonNode)new JsonObject
                {
                    ["date"] = "<day>",
                    ["campaignId"] = random.Next(1, 3),
                    ["adGroupId"] = Pick<JsonNode?>(random, null, 5, "", "6"),
                    ["keywordId"] = 100 + i,
                    ["keywordType"] = "BROAD",
                    ["matchType"] = "BROAD",
                    ["searchTerm"] = $"term {i}",
                    ["clicks"] = random.Next(5),
                    ["cost"] = random.Next(100) / 4m,
                })]),
            },
        };
    }

    private static decimal Number(JsonObject row, string member) => row[member]?.GetValue<decimal>() ?? 0;

    /// <summary>The datasets that the words name; else those whose columns the rows have.</summary>
    private static Dataset[] DatasetsOf(CaseFile file, JsonObject[] rows)
    {
        Dataset[] named = [.. Datasets.All.Where(dataset => file.Ids.Contains(dataset.Id))];
        string[] members = [.. rows.SelectMany(row => row.Select(member => member.Key)).Distinct()];
        return named.Length > 0 ? named : [Datasets.All.First(dataset => members.All(dataset.Columns.Contains))];
    }

    [GeneratedRegex("^[A-Z]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex CodePattern();
}
