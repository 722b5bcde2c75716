using System.Text.Json;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Cases.Tests.Worlds;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Cases.Tests.Kinds;

/// <summary>An odd row in the file of an export: the good one is stored, the odd one as far as it can be read, with a note.</summary>
internal sealed class OddExportRowKind : CaseKind
{
    public override bool Takes(CaseFile file) => file.Json["good"] is JsonObject && (file.Json["odd"] is JsonArray || file.Has("odd_raw"));

    public override async Task CheckAsync(CaseFile file, CaseStage stage)
    {
        JsonNode good = file.Json["good"]!;
        ExportSource source = ExportSource.Of(good);
        IEnumerable<string> odd =
        [
            .. file.Items("odd").Select(row => row?.ToJsonString() ?? "null"),
            .. file.Json["odd_raw"] is { } raw ? [raw.ToString()] : Array.Empty<string>(),
        ];
        foreach (string row in odd)
        {
            await using CaseWorld world = await stage.StartAsync(options =>
            {
                options.EntitySource = EntitySource.Export;
                options.Entities = ["sp.campaigns", "sp.ad_groups"];
            });
            source.Serve(world.Server, $"[{row},{good.ToJsonString()}]");

            IngestionResult result = await world.SyncAsync();

            ShouldBeTyped(result);
            result.Steps.Where(step => step.Step.StartsWith("export.", StringComparison.Ordinal)).Should().OnlyContain(
                step => step.Outcome == StepOutcome.Done, "beside {0}", row);
            IReadOnlyList<StoredRow> stored = [.. (await world.StoredAsync()).Where(entity => entity.Table == source.Table)];
            StoredRow whole = stored.Should().ContainSingle(entity => entity.Id == long.Parse(good[source.IdMember]!.ToString(), null)).Subject;
            whole.Text("name").Should().Be(good["name"]?.ToString());
            using JsonDocument sent = JsonDocument.Parse(row);
            await ShouldBeReadAsync(world, sent.RootElement, source, stored);
        }
    }

    public override CaseFile Vary(CaseFile file, Random random)
    {
        JsonNode? value = Pick<JsonNode?>(random, null, "", 5, -0.5, 1e40, true, new JsonArray(), new JsonObject { ["a"] = "b" }, new JsonArray(1, "a"), "2024-01-01T00:00:00Z");
        (string segment, string id, string[] members) = Pick(
            random,
            ("campaigns", "campaignId", new[] { "startDate", "endDate", "creationDateTime", "lastUpdatedDateTime", "tags", "budgetCaps", "state", "name", "portfolioId", "optimization", "campaignId", "adProduct" }),
            ("adGroups", "adGroupId", ["bid", "state", "name", "campaignId", "optimization", "creativeType", "adGroupId"]),
            ("ads", "adId", ["creative", "state", "name", "adGroupId", "adType", "adId", "adProduct"]));
        var odd = new JsonObject { [id] = "2", ["adProduct"] = "SPONSORED_PRODUCTS", [Pick(random, members)] = value };
        if (random.Next(3) == 0)
        {
            odd["budgetCaps"] = new JsonObject { ["budgetValue"] = new JsonObject { ["monetaryBudget"] = new JsonObject { ["amount"] = Pick<JsonNode?>(random, "", null, "x", true) } } };
        }

        var good = new JsonObject { [id] = "1", ["adProduct"] = "SPONSORED_PRODUCTS", ["state"] = "ENABLED" };
        if (segment != "ads")
        {
            good["name"] = "a";
        }

        return file with
        {
            Json = new JsonObject
            {
                ["how"] = $"A sync with EntitySource.Export; the file of {segment} has a good row and one of these.",
                ["right"] = file.Right,
                ["good"] = good,
                ["odd"] = new JsonArray(random.Next(10) == 0 ? Pick<JsonNode?>(random, null, 5, "x", new JsonArray()) : odd),
            },
        };
    }

    private static async Task ShouldBeReadAsync(CaseWorld world, JsonElement row, ExportSource source, IReadOnlyList<StoredRow> stored)
    {
        IReadOnlyList<SyncIssue> issues = await world.IssuesAsync();
        string? id = row.ValueKind == JsonValueKind.Object && row.TryGetProperty(source.IdMember, out JsonElement value) ? value.ToString() : null;
        if (!long.TryParse(id, out long number) || number == 0 || row.TryGetProperty("adProduct", out JsonElement product) != (product.ValueKind == JsonValueKind.String))
        {
            issues.Should().NotBeEmpty("{0} cannot be stored", row);
            return;
        }

        StoredRow read = stored.Should().ContainSingle(entity => entity.Id == number, "{0} is read as far as it can be", row).Subject;
        if (row.TryGetProperty("name", out JsonElement name) && name.ValueKind == JsonValueKind.String)
        {
            read.Text("name").Should().BeOneOf(RawJson.Readings(name));
        }

        string[] dates = ["startDate", "endDate", "creationDateTime"];
        foreach (JsonProperty member in row.EnumerateObject().Where(member =>
            (dates.Contains(member.Name) && member.Value.ValueKind != JsonValueKind.Null && !DateOnly.TryParseExact(member.Value.ToString(), "yyyy-MM-dd", out _)
                && !(member.Name == "creationDateTime" && DateTimeOffset.TryParse(member.Value.ToString(), null, out _)))
            || (member.Name is "tags" or "budgetCaps" && member.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Array or JsonValueKind.Object))))
        {
            issues.Should().Contain(issue => issue.Details.Contains(member.Name, StringComparison.Ordinal), "{0} is noted", member);
        }
    }
}
