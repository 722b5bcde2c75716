using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Cases.Tests.Worlds;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Cases.Tests.Kinds;

/// <summary>Rows of exports with all that Amazon documents, and more: each value can be read from what the client gives, and from the stored JSON.</summary>
internal sealed class ExportMemberKind : CaseKind
{
    private static readonly string[] Names = ["target", "campaign", "ad", "adGroup"];

    public override bool Takes(CaseFile file) => !file.Has("good") && file.Says("export") && Names.Any(name => file.Json[name] is JsonObject);

    public override async Task CheckAsync(CaseFile file, CaseStage stage)
    {
        foreach (string name in Names.Where(name => file.Json[name] is JsonObject))
        {
            var row = (JsonObject)file.Json[name]!;
            ExportSource source = ExportSource.Named(name)!;
            await using CaseWorld world = await stage.StartAsync(options =>
            {
                options.EntitySource = EntitySource.Export;
                options.Entities = ["sp.campaigns"];
                options.KeepRawJson = true;
            });
            source.Serve(world.Server, $"[{row.ToJsonString()}]");

            object read = await world.CallAsync(async profile => await ReadAsync(profile, name).SingleAsync());
            HashSet<string> values = [.. ValuesOf(read, 0)];
            foreach (string leaf in Leaves(row))
            {
                values.Any(value => value.Equals(leaf, StringComparison.OrdinalIgnoreCase) || IsSameNumber(value, leaf)).Should().BeTrue(
                    "{0} of {1} can be read", leaf, row.ToJsonString());
            }

            (await world.SyncAsync()).Succeeded.Should().BeTrue();
            StoredRow stored = (await world.StoredAsync()).Should().ContainSingle(entity => entity.Id == long.Parse(row[source.IdMember]!.ToString(), null)
                && (entity.Table == source.Table || name == "target")).Subject;
            JsonNode.DeepEquals(JsonNode.Parse(stored.Text("raw_json")!), row).Should().BeTrue();
        }
    }

    public override CaseFile Vary(CaseFile file, Random random)
    {
        var varied = new JsonObject { ["how"] = "Read an export with these rows.", ["right"] = file.Right };
        foreach (string name in Names.Where(_ => random.Next(2) == 0).DefaultIfEmpty("target"))
        {
            varied[name] = new JsonObject
            {
                [$"{name}Id"] = $"{random.Next(1, 1000)}",
                ["adProduct"] = Pick(random, "SPONSORED_PRODUCTS", "SPONSORED_BRANDS", "SPONSORED_DISPLAY"),
                ["newMember"] = Any(random, 2),
                [Pick(random, "targetDetails", "optimization", "creative", "bid")] = new JsonObject { ["extra"] = Any(random, 2), ["another"] = Any(random, 1) },
            };
        }

        return file with { Json = varied };
    }

    private static JsonNode Any(Random random, int depth) => random.Next(depth == 0 ? 3 : 5) switch
    {
        0 => $"text {random.Next()}",
        1 => random.Next(),
        2 => "é",
        3 => new JsonArray(Any(random, depth - 1), Any(random, depth - 1)),
        _ => new JsonObject { ["a"] = Any(random, depth - 1), ["b"] = Any(random, depth - 1) },
    };

    private static IAsyncEnumerable<object> ReadAsync(ProfileClient profile, string name) => name switch
    {
        "target" => profile.Exports.ExportTargetsAsync(),
        "ad" => profile.Exports.ExportAdsAsync(),
        "adGroup" => profile.Exports.ExportAdGroupsAsync(),
        _ => profile.Exports.ExportCampaignsAsync(),
    };

    private static IEnumerable<string> Leaves(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Leaves(member.Value)),
        JsonArray items => items.SelectMany(Leaves),
        null => [],
        _ => [node.ToString()],
    };

    private static bool IsSameNumber(string value, string leaf) =>
        decimal.TryParse(value, CultureInfo.InvariantCulture, out decimal one) && decimal.TryParse(leaf, CultureInfo.InvariantCulture, out decimal two) && one == two;

    /// <summary>All texts and numbers that an object's public members hold.</summary>
    private static IEnumerable<string> ValuesOf(object? value, int depth)
    {
        switch (value)
        {
            case null:
                return [];
            case JsonElement element:
                return Leaves(JsonNode.Parse(element.GetRawText()));
            case string text:
                return [text];
            case IDictionary map:
                return map.Values.Cast<object?>().SelectMany(item => ValuesOf(item, depth + 1));
            case IEnumerable items:
                return items.Cast<object?>().SelectMany(item => ValuesOf(item, depth + 1));
            default:
                IEnumerable<string> own = [Convert.ToString(value, CultureInfo.InvariantCulture)!];
                return value.GetType().IsPrimitive || value is decimal or DateTimeOffset || depth > 8
                    ? own
                    : own.Concat(value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0)
                        .SelectMany(property => ValuesOf(property.GetValue(value), depth + 1)));
        }
    }
}
