using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace PpcAds.Sdk.Cases.Tests.Mutations;

/// <summary>Damages answers: their members, types and order, so that they stay JSON; or their bytes and their length.</summary>
internal sealed class JsonMutator(Random random)
{
    private const double ShareOfJson = 0.65;

    private static readonly string[] Texts =
        ["\"\"", "\" \"", "\"\\ud83d\"", "\"\\u0000\"", "\"x\\udc00y\"", "\"9223372036854775808\"", "\"2024-13-45\"", "\"<x>\"", "\"\\\"\"", "\"Infinity\""];

    private static readonly string[] Values =
        ["null", "true", "false", "0", "-1", "1.5", "1e400", "-1e-400", "9223372036854775808", "1e3", "[]", "{}", "[null]", "[[]]", "{\"a\":{}}", "[{\"a\":1},2]"];

    private static readonly string[] Insertions = ["null", "{}", "[", "-", "\0", "\"", ",", "1e9", "\uFEFF", "]", "}", "\\", ":"];

    /// <summary>How many of the answers so far are JSON still.</summary>
    public int Valid { get; private set; }

    public int Count { get; private set; }

    /// <summary>The answer, damaged in one to three places.</summary>
    public byte[] Mutate(string json)
    {
        byte[] mutated = random.NextDouble() < ShareOfJson ? Encoding.UTF8.GetBytes(MutateJson(json)) : MutateBytes(Encoding.UTF8.GetBytes(json));
        Count++;
        Valid += TryParse(mutated) is { } document && Dispose(document) ? 1 : 0;
        return mutated;
    }

    /// <summary>What a reader of JSON makes of it; null when it is none.</summary>
    public static JsonDocument? TryParse(ReadOnlyMemory<byte> json)
    {
        try
        {
            // Bytes that are no UTF-8 are read as U+FFFD.
            return JsonDocument.Parse(Utf8.IsValid(json.Span) ? json : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span)));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Dispose(JsonDocument document)
    {
        document.Dispose();
        return true;
    }

    private string MutateJson(string json)
    {
        JsonNode root = JsonNode.Parse(json)!;
        var raw = new List<string>();
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            List<JsonNode> nodes = [.. Containers(root)];
            JsonNode node = nodes[random.Next(nodes.Count)];
            if (node is JsonObject { Count: > 0 } members)
            {
                MutateMember(members, raw);
            }
            else if (node is JsonArray items)
            {
                MutateItem(items, raw);
            }
        }

        string text = root.ToJsonString();
        for (int i = 0; i < raw.Count; i++)
        {
            text = text.Replace($"\"@{i}@\"", raw[i], StringComparison.Ordinal);
        }

        return random.Next(10) switch
        {
            0 => JsonNode.Parse(json)!.ToJsonString(new JsonSerializerOptions { WriteIndented = true }),
            1 => $"{text} \r\n",
            _ => text,
        };
    }

    private void MutateMember(JsonObject members, List<string> raw)
    {
        string name = members.ElementAt(random.Next(members.Count)).Key;
        JsonNode? value = members[name];
        switch (random.Next(6))
        {
            case 0:
                members.Remove(name);
                break;
            case 1:
                members.Remove(name);
                members[random.Next(2) == 0 ? name.ToUpperInvariant() : $"{name}2"] = value;
                break;
            case 2:
                // To the end: the order of members means nothing.
                members.Remove(name);
                members[name] = value;
                break;
            case 3:
                members[$"new{random.Next(1000)}"] = Odd(raw);
                break;
            default:
                members[name] = Odd(raw);
                break;
        }
    }

    private void MutateItem(JsonArray items, List<string> raw)
    {
        int at = random.Next(items.Count + 1);
        switch (random.Next(3))
        {
            case 0 when items.Count > 1:
                JsonNode? moved = items[0];
                items.RemoveAt(0);
                items.Add(moved);
                break;
            case 1 when at < items.Count:
                items[at] = Odd(raw);
                break;
            default:
                items.Insert(at, Odd(raw));
                break;
        }
    }

    /// <summary>A value that a node cannot hold stands for itself until the text is written.</summary>
    private JsonValue Odd(List<string> raw)
    {
        raw.Add(random.Next(2) == 0 ? Texts[random.Next(Texts.Length)] : Values[random.Next(Values.Length)]);
        return JsonValue.Create($"@{raw.Count - 1}@");
    }

    private static IEnumerable<JsonNode> Containers(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Containers(member.Value)).Prepend(node),
        JsonArray items => items.SelectMany(Containers).Prepend(node),
        _ => [],
    };

    private byte[] MutateBytes(byte[] json)
    {
        List<byte> bytes = [.. json];
        for (int i = random.Next(1, 3); i > 0 && bytes.Count > 0; i--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
                case 2:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 3:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Insertions[random.Next(Insertions.Length)]));
                    break;
                case 4:
                    bytes[at] = (byte)random.Next(256);
                    break;
                default:
                    bytes.InsertRange(at, json.AsSpan(random.Next(json.Length / 2), json.Length / 3).ToArray());
                    break;
            }
        }

        return [.. bytes];
    }
}
