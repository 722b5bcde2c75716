using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PpcAds.Sdk.Cases.Tests;

/// <summary>A case: what Amazon answers (<c>how</c> and the members beside it), and what is right then (<c>right</c>).</summary>
internal sealed partial record CaseFile(string Name, JsonObject Json)
{
    public string How => Json["how"]?.ToString() ?? "";

    public string Right => Json["right"]?.ToString() ?? "";

    /// <summary>Everything that the case says in words.</summary>
    public string Words => $"{How} {Right}";

    public JsonObject? Answer => Json["answer"] as JsonObject;

    /// <summary>The method and path that <c>how</c> names, such as <c>POST /sp/campaigns/list</c>.</summary>
    public (string Method, string Path)? Call => CallPattern().Match(How) is { Success: true } match
        ? (match.Groups[1].Value, match.Groups[2].Value.TrimEnd('.', ','))
        : null;

    /// <summary>Names of datasets or kinds of entities in the words, such as <c>sb.search_term</c>.</summary>
    public IReadOnlyList<string> Ids => [.. IdPattern().Matches(How).Select(match => match.Value)];

    /// <summary>The statuses that the words name.</summary>
    public IReadOnlyList<int> Statuses =>
        [.. StatusPattern().Matches(Words).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).Distinct()];

    public bool Has(params string[] members) => members.All(Json.ContainsKey);

    public bool Says(string words) => How.Contains(words, StringComparison.OrdinalIgnoreCase);

    public IReadOnlyList<JsonNode?> Items(string member) => Json[member] is JsonArray items ? [.. items] : [];

    /// <summary>The same case with one member replaced.</summary>
    public CaseFile With(string member, JsonNode? value)
    {
        var json = (JsonObject)Json.DeepClone();
        json[member] = value;
        return this with { Json = json };
    }

    public override string ToString() => Name;

    [GeneratedRegex(@"\b(GET|POST|PUT|DELETE) (/[\w/{}.\-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex CallPattern();

    [GeneratedRegex(@"\b(sp|sb|sd)\.[a-z_]+", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"\b(206|30[1-8]|4\d\d|5\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex StatusPattern();
}
