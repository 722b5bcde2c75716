using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Cases.Tests.Replay;
using PpcAds.Sdk.Cases.Tests.Worlds;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Cases.Tests.Kinds;

/// <summary>An answer of a list with texts or members that are odd: each entity is stored, none of its texts is lost.</summary>
internal sealed class RawListKind : CaseKind
{
    private static readonly string[] Halves = [@"\ud83d", @"\udc00", @"\ud83d\ud83d", @"\uDE00", @"\u0000", @"\u0000\ud83d"];

    public override bool Takes(CaseFile file) => file.Json["raw"] is JsonValue && Source(file) is not null;

    public override async Task CheckAsync(CaseFile file, CaseStage stage)
    {
        string raw = file.Json["raw"]!.ToString();
        ListSource source = Source(file)!;
        using JsonDocument sent = JsonDocument.Parse(raw);
        await using CaseWorld world = await stage.StartAsync(options => options.Entities = [source.Id, source.Other]);
        world.Server.Answer = request =>
            !source.IsCalledBy(request) ? null
            : request.StartIndex is null or "0" ? ReplayAnswer.Text(raw)
            : ReplayAnswer.Json(source.Wrap());

        try
        {
            await world.CallAsync(async profile => await source.List(profile).CountAsync());
        }
        catch (AmazonAdsUnexpectedResponseException)
        {
            // A strict reader may refuse what is not documented, by its own error.
        }

        IngestionResult result = await world.SyncAsync();

        Step(result, source.Id).Outcome.Should().Be(StepOutcome.Done);
        Step(result, source.Other).Outcome.Should().Be(StepOutcome.Done);
        IReadOnlyList<StoredRow> stored = await world.StoredAsync();
        IReadOnlyList<SyncIssue> issues = await world.IssuesAsync();
        JsonElement[] entities = [.. Entities(source, sent.RootElement)];
        foreach (JsonElement entity in entities)
        {
            if (source.IdOf(JsonNode.Parse(Id(source, entity)) as JsonObject) is not { } id)
            {
                issues.Should().NotBeEmpty("an entity without an id cannot be stored");
                continue;
            }

            StoredRow row = stored.Should().ContainSingle(row => row.Table == source.Table && row.Id == id).Subject;
            ShouldHold(row, entity, issues);
        }

        if (file.Right.Contains("issue", StringComparison.Ordinal) && entities.SelectMany(RawJson.Strings).Any(RawJson.IsOdd))
        {
            issues.Should().Contain(issue => issue.Details.Contains(source.Id, StringComparison.Ordinal) || issue.Step == source.Id
                || issue.Details.Contains("text", StringComparison.Ordinal));
        }
    }

    public override CaseFile Vary(CaseFile file, Random random)
    {
        ListSource list = Pick(random, [.. ListSource.All.Where(list => list.IdMember is "campaignId" or "adGroupId" or "targetId" or "keywordId")]);
        int count = random.Next(1, 5);
        IEnumerable<string> entities = Enumerable.Range(1, count).Select(id => Raw(list, id, random));
        string array = $"[{string.Join(',', entities)}]";
        return file with
        {
            Json = new JsonObject
            {
                ["how"] = $"{list.Method} {list.Path} answers texts as no one should send them.",
                ["right"] = "All are stored, with an issue.",
                ["raw"] = list.Array is null ? array : $"{{\"{list.Array}\":{array},\"totalResults\":{count}}}",
            },
        };
    }

    private static string Raw(ListSource list, long id, Random random)
    {
        string odd = Odd(random);
        string entity = Entity(list, id).ToJsonString()[..^1];
        string text = list.IdMember switch
        {
            "keywordId" => $",\"keywordText\":\"{odd}\"",
            "targetId" => $",\"{(list.Id.StartsWith("sb.", StringComparison.Ordinal) ? "expressions" : "expression")}\":"
                + $"[{{\"type\":\"ASIN_SAME_AS\",\"value\":\"{odd}\"}}]",
            _ => $",\"name\":\"{odd}\"",
        };
        return entity + text + "}";
    }

    private static string Odd(Random random)
    {
        var text = new StringBuilder();
        for (int i = random.Next(1, 5); i > 0; i--)
        {
            text.Append(Pick(random, "Summer ", "é", "\uD83D\uDE00", @"\\", @"\u0041", @"\ud83d\ude00", @"\n", Pick(random, Halves), Pick(random, Halves)));
        }

        return text.ToString();
    }

    private static void ShouldHold(StoredRow row, JsonElement entity, IReadOnlyList<SyncIssue> issues)
    {
        // Of members that come twice, the last counts.
        foreach (JsonProperty member in entity.EnumerateObject().GroupBy(member => member.Name, (_, same) => same.Last()))
        {
            string? column = member.Name switch { "name" => "name", "keywordText" => "keyword_text", _ => null };
            if (column is not null && member.Value.ValueKind == JsonValueKind.String)
            {
                row.Text(column).Should().BeOneOf(RawJson.Readings(member.Value), "{0} of {1}", member.Name, row);
            }
            else if (member.Name.Contains("expression", StringComparison.OrdinalIgnoreCase) && member.Value.ValueKind == JsonValueKind.Array)
            {
                string json = $"{row.Text("expression")} {row.Text("resolved_expression")}";
                foreach (JsonElement text in RawJson.Strings(member.Value))
                {
                    bool isKept = RawJson.Readings(text).Any(reading =>
                        json.Contains(reading, StringComparison.OrdinalIgnoreCase)
                        || json.Contains(JsonSerializer.Serialize(reading)[1..^1], StringComparison.OrdinalIgnoreCase));
                    (isKept || issues.Any(issue => issue.Details.Contains(member.Name, StringComparison.Ordinal))).Should().BeTrue(
                        "{0} of {1} is kept in {2}, or noted", text.GetRawText(), member.Name, json);
                }
            }
        }
    }

    private static string Id(ListSource source, JsonElement entity) =>
        entity.ValueKind == JsonValueKind.Object && entity.TryGetProperty(source.IdMember, out JsonElement id) ? $"{{\"{source.IdMember}\":{id.GetRawText()}}}" : "{}";

    private static JsonElement.ArrayEnumerator Entities(ListSource source, JsonElement root) =>
        (source.Array is null ? root : root.GetProperty(source.Array)).EnumerateArray();

    private static ListSource? Source(CaseFile file)
    {
        try
        {
            JsonNode? answer = JsonNode.Parse(file.Json["raw"]!.ToString());
            ListSource? source = ListSource.Find(file, answer);
            return source is not null && (source.Array is null ? answer is JsonArray : answer is JsonObject && answer[source.Array] is JsonArray) ? source : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
