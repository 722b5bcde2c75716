using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Cases.Tests.Mutations;

/// <summary>
/// Ten thousand damaged answers of each kind, at least half of them JSON still: no error of the runtime, no endless call, and what another reader
/// of JSON can read is stored.
/// </summary>
[Trait("Category", "Mutations")]
public sealed class MutationTests
{
    private const int Mutants = 10_000;
    private const int SyncsOfWorld = 20;
    private const int MostCallsOfStep = 30;

    private static readonly ListSource[] Lists = [.. ListSource.All];

    [Fact]
    public async Task Lists_store_what_can_be_read()
    {
        var mutator = new JsonMutator(new Random(1));
        long id = 0;
        while (mutator.Count < Mutants)
        {
            var answers = new Dictionary<string, byte[]>();
            await using MutationWorld world = await MutationWorld.StartAsync(
                (method, path) => Common(path) ?? (200, Take(answers, $"{method} {path.Split('?')[0]}")),
                options => options.Entities = [.. Lists.Select(list => list.Id)]);
            var readable = new HashSet<(string Table, long Id)>();
            for (int i = 0; i < SyncsOfWorld && mutator.Count < Mutants; i++)
            {
                foreach (ListSource list in Lists)
                {
                    byte[] answer = mutator.Mutate(ListAnswer(list, ref id));
                    answers[$"{list.Method} {list.Path}"] = answer;
                    readable.UnionWith(Readable(list, answer));
                }

                int calls = world.Handler.Calls;
                await world.SyncAsync();
                (world.Handler.Calls - calls).Should().BeLessThan(Lists.Length * MostCallsOfStep);
            }

            (await world.StoredAsync()).Should().Contain(readable);
        }

        ShouldBeHalfJson(mutator);
    }

    [Fact]
    public async Task Profiles_store_what_can_be_read()
    {
        var mutator = new JsonMutator(new Random(2));
        long id = 0;
        while (mutator.Count < Mutants)
        {
            byte[] answer = [];
            await using MutationWorld world = await MutationWorld.StartAsync(
                (_, path) => path.StartsWith(MutationWorld.ProfilesPath, StringComparison.Ordinal) ? (200, answer) : Common(path) ?? (500, []),
                _ => { });
            var readable = new HashSet<(string Table, long Id)>();
            for (int i = 0; i < SyncsOfWorld * 5 && mutator.Count < Mutants; i++)
            {
                answer = mutator.Mutate(ProfileAnswer(ref id));
                readable.UnionWith(Ids(answer, "profileId", _ => true).Select(profile => ("ppc_profiles", profile)));
                int calls = world.Handler.Calls;
                await world.SyncAsync();
                (world.Handler.Calls - calls).Should().BeLessThan(MostCallsOfStep);
            }

            (await world.StoredAsync()).Should().Contain(readable);
        }

        ShouldBeHalfJson(mutator);
    }

    [Fact]
    public async Task Exports_store_what_can_be_read()
    {
        string[] segments = ["campaigns", "adGroups", "targets", "ads"];
        var mutator = new JsonMutator(new Random(3));
        long id = 0;
        while (mutator.Count < Mutants)
        {
            var files = new Dictionary<string, byte[]>();
            await using MutationWorld world = await MutationWorld.StartAsync(
                (method, path) => Common(path) ?? ExportAnswer(method, path, files),
                options =>
                {
                    options.Entities = ["sp.campaigns"];
                    options.EntitySource = EntitySource.Export;
                });
            var readable = new HashSet<(string Table, long Id)>();
            for (int i = 0; i < SyncsOfWorld && mutator.Count < Mutants; i++)
            {
                foreach (string segment in segments)
                {
                    byte[] file = mutator.Mutate(ExportFile(segment, ref id));
                    files[segment] = mutator.Count % 2 == 0 ? file : Replay.ReplayAnswer.Pack(file);
                    readable.UnionWith(ReadableExport(segment, file));
                }

                int calls = world.Handler.Calls;
                await world.SyncAsync();
                (world.Handler.Calls - calls).Should().BeLessThan(segments.Length * MostCallsOfStep);
            }

            (await world.StoredAsync()).Should().Contain(readable);
        }

        ShouldBeHalfJson(mutator);
    }

    internal static void ShouldBeHalfJson(JsonMutator mutator)
    {
        mutator.Count.Should().BeGreaterThanOrEqualTo(Mutants);
        mutator.Valid.Should().BeGreaterThan(mutator.Count / 2);
    }

    private static (int Status, byte[] Body)? Common(string path) =>
        path == MutationWorld.TokenPath ? (200, MutationWorld.Token)
        : path.StartsWith(MutationWorld.ProfilesPath, StringComparison.Ordinal) ? (200, MutationWorld.Profile)
        : null;

    /// <summary>The damaged answer once; further pages are empty.</summary>
    private static byte[] Take(Dictionary<string, byte[]> answers, string call)
    {
        lock (answers)
        {
            ListSource list = Lists.First(list => $"{list.Method} {list.Path}" == call);
            return answers.Remove(call, out byte[]? answer) ? answer : Encoding.UTF8.GetBytes(list.Wrap().ToJsonString());
        }
    }

    private static string ListAnswer(ListSource list, ref long id)
    {
        var entities = new JsonNode?[3];
        for (int i = 0; i < entities.Length; i++)
        {
            string text = (++id).ToString(CultureInfo.InvariantCulture);
            entities[i] = new JsonObject
            {
                [list.IdMember] = id % 2 == 0 ? text : id,
                ["campaignId"] = list.IdMember == "campaignId" ? text : "7",
                ["state"] = "ENABLED",
                ["name"] = $"name {id}",
                ["keywordText"] = $"word {id}",
                ["startDate"] = "2024-01-01",
                ["bid"] = 0.5,
                ["budget"] = list.Id == "sp.campaigns" ? new JsonObject { ["budget"] = 5, ["budgetType"] = "DAILY" } : 5,
                ["expression"] = new JsonArray(new JsonObject { ["type"] = "ASIN_SAME_AS", ["value"] = "B0" }),
                ["extendedData"] = new JsonObject { ["servingStatus"] = "X" },
            };
        }

        JsonNode answer = list.Wrap(entities);
        if (answer is JsonObject envelope)
        {
            envelope["nextToken"] = null;
        }

        return answer.ToJsonString();
    }

    private static IEnumerable<(string Table, long Id)> Readable(ListSource list, byte[] answer)
    {
        using JsonDocument? document = JsonMutator.TryParse(answer);
        if (document is null)
        {
            return [];
        }

        if (list.Array is null)
        {
            return [.. Ids(document.RootElement, list.IdMember, _ => true).Select(id => (list.Table, id))];
        }

        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(list.Array, out JsonElement items)
            ? [.. Ids(items, list.IdMember, _ => true).Select(id => (list.Table, id))]
            : [];
    }

    private static string ProfileAnswer(ref long id)
    {
        var profiles = new JsonArray();
        for (int i = 0; i < 2; i++)
        {
            JsonNode profile = JsonNode.Parse(MutationWorld.Profile)![0]!.DeepClone();
            profile["profileId"] = ++id;
            profile["dailyBudget"] = 5.5;
            profiles.Add(profile);
        }

        return profiles.ToJsonString();
    }

    private static (int, byte[]) ExportAnswer(string method, string path, Dictionary<string, byte[]> files)
    {
        string segment = path.Trim('/').Split('/')[method == "POST" ? 0 : 1].Split('?')[0];
        return path.StartsWith("/file/", StringComparison.Ordinal) ? (200, files[segment])
            : method == "POST" ? (202, Encoding.UTF8.GetBytes($$"""{"exportId":"{{segment}}","status":"PROCESSING"}"""))
            : (200, Encoding.UTF8.GetBytes($$"""{"exportId":"{{segment}}","status":"COMPLETED","url":"https://ads.example/file/{{segment}}"}"""));
    }

    private static string ExportFile(string segment, ref long id)
    {
        var rows = new JsonArray();
        for (int i = 0; i < 3; i++)
        {
            string text = (++id).ToString(CultureInfo.InvariantCulture);
            var row = new JsonObject
            {
                [IdMember(segment)] = text,
                ["adProduct"] = i == 0 ? "SPONSORED_PRODUCTS" : i == 1 ? "SPONSORED_BRANDS" : "SPONSORED_DISPLAY",
                ["name"] = $"name {text}",
                ["state"] = "ENABLED",
                ["startDate"] = "2024-01-01",
                ["creationDateTime"] = "2024-01-01T00:00:00Z",
                ["bid"] = new JsonObject { ["bid"] = 1.5, ["currencyCode"] = "USD" },
                ["optimization"] = new JsonObject { ["bidStrategy"] = "MANUAL", ["goalSettings"] = new JsonObject { ["goalType"] = "X" } },
                ["tags"] = new JsonArray(new JsonObject { ["key"] = "a", ["value"] = "b" }),
                ["budgetCaps"] = new JsonObject { ["budgetValue"] = new JsonObject { ["monetaryBudget"] = new JsonObject { ["amount"] = 5.5 } } },
                ["targetDetails"] = new JsonObject { ["asin"] = "B0", ["matchType"] = "PRODUCT_EXACT" },
                ["targetType"] = "PRODUCT",
                ["creative"] = new JsonObject { ["headline"] = "h", ["products"] = new JsonArray(new JsonObject { ["productIdType"] = "ASIN", ["productId"] = "B0" }) },
            };
            if (segment != "adGroups")
            {
                row["adGroupId"] = "8";
            }

            rows.Add((JsonNode)row);
        }

        return rows.ToJsonString();
    }

    private static IEnumerable<(string Table, long Id)> ReadableExport(string segment, byte[] file)
    {
        string table = segment switch { "campaigns" => "ppc_campaigns", "adGroups" => "ppc_ad_groups", "ads" => "ppc_ads", _ => "ppc_targets" };
        using JsonDocument? document = JsonMutator.TryParse(file);
        return document is null ? [] : [.. Ids(document.RootElement, IdMember(segment), HasPlace).Select(id => (table, id))];
    }

    /// <summary>Only a target that is one says where it goes.</summary>
    private static bool HasPlace(JsonElement row) =>
        row.TryGetProperty("adProduct", out JsonElement product) && product.ValueKind == JsonValueKind.String
        && product.ValueEquals("SPONSORED_PRODUCTS") | product.ValueEquals("SPONSORED_BRANDS") | product.ValueEquals("SPONSORED_DISPLAY")
        && !row.EnumerateObject().Any(member => member.Name.Equals("negative", StringComparison.OrdinalIgnoreCase))
        && (!row.TryGetProperty("targetType", out JsonElement type) || (type.ValueKind == JsonValueKind.String && type.ValueEquals("PRODUCT")));

    private static string IdMember(string segment) => $"{segment[..^1]}Id";

    private static List<long> Ids(byte[] answer, string member, Func<JsonElement, bool> takes)
    {
        using JsonDocument? document = JsonMutator.TryParse(answer);
        return document is null ? [] : Ids(document.RootElement, member, takes);
    }

    /// <summary>The ids of an array's objects that a reader can make out: whole numbers of 64 bits, as numbers or as text.</summary>
    private static List<long> Ids(JsonElement items, string member, Func<JsonElement, bool> takes)
    {
        var ids = new List<long>();
        foreach (JsonElement item in items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : [])
        {
            if (item.ValueKind == JsonValueKind.Object && takes(item) && item.TryGetProperty(member, out JsonElement value)
                && value.ValueKind is JsonValueKind.Number or JsonValueKind.String
                && long.TryParse(value.GetRawText().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out long id) && id > 0)
            {
                ids.Add(id);
            }
        }

        return ids;
    }
}
