using System.Text.Json;
using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Simulator.Exports;

/// <summary>A create request for an export, after strict parsing.</summary>
internal sealed record ExportAsk(
    IReadOnlySet<string> AdProducts,
    IReadOnlySet<string> States,
    IReadOnlySet<string>? TargetTypes,
    IReadOnlySet<string>? TargetLevels,
    IReadOnlySet<string>? Negatives)
{
    private static readonly string[] AllProducts = ["SPONSORED_PRODUCTS", "SPONSORED_BRANDS", "SPONSORED_DISPLAY"];

    private static readonly string[] AllTypes =
        ["AUDIENCE", "AUTO", "KEYWORD", "PRODUCT", "PRODUCT_AUDIENCE", "PRODUCT_CATEGORY", "PRODUCT_CATEGORY_AUDIENCE", "THEME"];

    /// <exception cref="FormatException">The body is no such request; the message says why.</exception>
    public static ExportAsk Read(ReadOnlyMemory<byte> body, bool isTargets)
    {
        using JsonDocument document = Parse(body);
        Dictionary<string, JsonElement> members = document.RootElement.EnumerateObject()
            .ToDictionary(member => member.Name, member => member.Value);
        var ask = new ExportAsk(
            Take("adProductFilter", AllProducts) ?? AllProducts.ToHashSet(),
            Take("stateFilter", "ENABLED", "PAUSED", "ARCHIVED") ?? new HashSet<string> { "ENABLED", "PAUSED" },
            isTargets ? Take("targetTypeFilter", AllTypes) : null,
            isTargets ? Take("targetLevelFilter", "AD_GROUP", "CAMPAIGN") : null,
            isTargets ? Take("negativeFilter", "true", "false") : null);
        return members.Count == 0 ? ask : throw new FormatException($"There is no member {members.Keys.First()}.");

        IReadOnlySet<string>? Take(string name, params string[] allowed)
        {
            if (!members.Remove(name, out JsonElement array))
            {
                return null;
            }

            JsonValueKind[] kinds = name == "negativeFilter" ? [JsonValueKind.True, JsonValueKind.False] : [JsonValueKind.String];
            if (array.ValueKind != JsonValueKind.Array || array.GetArrayLength() == 0 || array.GetArrayLength() > allowed.Length)
            {
                throw new FormatException($"{name} must be an array of 1 to {allowed.Length} values.");
            }

            return array.EnumerateArray()
                .Select(item => kinds.Contains(item.ValueKind) && item.ToString() is var text && allowed.FirstOrDefault(
                    known =>
                        string.Equals(
                            known,
                            text,
                            name == "negativeFilter"
                                ? StringComparison.OrdinalIgnoreCase
                                : StringComparison.Ordinal)) is { } value
                    ? value
                    : throw new FormatException($"{name} holds {item.GetRawText()}; allowed are {string.Join(", ", allowed)}."))
                .ToHashSet();
        }
    }

    public bool Takes(JsonObject row) =>
        AdProducts.Contains(Text(row, "adProduct"))
        && States.Contains(Text(row, "state"))
        && TargetTypes?.Contains(Text(row, "targetType")) != false
        && TargetLevels?.Contains(row["adGroupId"] is null ? "CAMPAIGN" : "AD_GROUP") != false
        && Negatives?.Contains(Text(row, "negative")) != false;

    private static string Text(JsonObject row, string member) => row[member]?.ToString() ?? "";

    private static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            JsonDocument document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document
                : throw new FormatException("The body is not a JSON object.");
        }
        catch (JsonException)
        {
            throw new FormatException("The body is not JSON.");
        }
    }
}
