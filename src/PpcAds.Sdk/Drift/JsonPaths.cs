using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PpcAds.Sdk.Drift;

/// <summary>Works with the paths that JSON errors name, such as <c>$.budget.budget</c> or <c>$.tags[2]['a b']</c>.</summary>
internal static partial class JsonPaths
{
    public static string WithoutIndexes(string path) => Index().Replace(path, "[]");

    /// <summary>
    /// A copy that can be changed. Of members with one name the last one counts, as for the serializer; the runtime's own copy
    /// fails for them.
    /// </summary>
    public static JsonNode? ToNode(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var node = new JsonObject();
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    node[member.Name] = ToNode(member.Value);
                }

                return node;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select(ToNode)]);
            case JsonValueKind.Null:
                return null;
            default:
                return JsonValue.Create(element);
        }
    }

    /// <summary>Takes the member away that the path names, or the nearest around it.</summary>
    /// <returns>Whether anything was taken away.</returns>
    public static bool Remove(JsonNode root, string path)
    {
        JsonNode? node = root;
        (JsonObject Parent, string Name)? last = null;
        foreach (Match segment in Segment().Matches(path))
        {
            if (segment.Groups["index"] is { Success: true } index && node is JsonArray array)
            {
                int at = int.Parse(index.Value, System.Globalization.CultureInfo.InvariantCulture);
                node = at < array.Count ? array[at] : null;
            }
            else if (node is JsonObject parent)
            {
                string name = segment.Groups["quoted"] is { Success: true } quoted ? quoted.Value : segment.Groups["name"].Value;
                if (!parent.ContainsKey(name))
                {
                    break;
                }

                last = (parent, name);
                node = parent[name];
            }
        }

        return last is { } found && found.Parent.Remove(found.Name);
    }

    [GeneratedRegex(@"\[\d+\]", RegexOptions.CultureInvariant)]
    private static partial Regex Index();

    [GeneratedRegex(@"\.(?<name>[^.\[]+)|\[(?<index>\d+)\]|\['(?<quoted>[^']*)'\]", RegexOptions.CultureInvariant)]
    private static partial Regex Segment();
}
