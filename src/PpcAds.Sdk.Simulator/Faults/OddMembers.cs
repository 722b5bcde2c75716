using System.Text.Json;
using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Simulator.Faults;

/// <summary>Which member of an item an oddity is about, unless the fault names one.</summary>
internal static class OddMembers
{
    /// <summary>Names of ids; an item's own is the first that it has, since it names its parents too.</summary>
    private static readonly string[] Ids =
        ["themeId", "targetId", "keywordId", "adId", "adGroupId", "campaignId", "portfolioId", "profileId"];

    private static readonly string[] Texts =
    [
        "name", "keywordText", "adName", "keyword", "campaignName", "adGroupName", "searchTerm",
        "targeting", "targetingText", "headline",
    ];

    /// <summary>Members that hold a text, but one that is not free.</summary>
    private static readonly string[] Fixed =
        ["state", "date", "startDate", "endDate", "creationDateTime", "lastUpdatedDateTime", "adProduct", "matchType"];

    /// <summary>The item's own id. A row of a report is known by its campaign, whatever else it names.</summary>
    public static string? FindId(JsonObject item) =>
        item.ContainsKey("date") && item.ContainsKey("campaignId") ? "campaignId" : Ids.FirstOrDefault(item.ContainsKey);

    /// <summary>The path of a text: of one of the usual names, however deep, or of any text.</summary>
    public static string? FindText(JsonObject item)
    {
        List<(string Path, string Name)> texts = [.. TextsIn(item, "")];
        return Texts.Select(name => texts.FirstOrDefault(text => text.Name == name).Path).FirstOrDefault(path => path is not null)
            ?? texts.FirstOrDefault(
                text => !Fixed.Contains(text.Name) && !text.Name.EndsWith("Id", StringComparison.Ordinal)).Path;
    }

    /// <summary>The object that has the last member of a path; <see langword="null"/> when there is none.</summary>
    public static JsonObject? FindParent(JsonObject item, string path)
    {
        JsonObject? parent = item;
        foreach (string name in path.Split('.')[..^1])
        {
            parent = parent?[name] as JsonObject;
        }

        return parent;
    }

    private static IEnumerable<(string Path, string Name)> TextsIn(JsonObject item, string prefix)
    {
        foreach ((string name, JsonNode? value) in item)
        {
            if (value is JsonObject inner)
            {
                foreach ((string Path, string Name) text in TextsIn(inner, $"{prefix}{name}."))
                {
                    yield return text;
                }
            }
            else if (value?.GetValueKind() == JsonValueKind.String)
            {
                yield return ($"{prefix}{name}", name);
            }
        }
    }
}
