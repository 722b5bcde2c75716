using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PpcAds.Sdk.Cases.Tests.Replay;

namespace PpcAds.Sdk.Cases.Tests.Kinds;

/// <summary>The pages of a list, as a case has them: one answer for every request, or one for each token or index.</summary>
internal sealed partial class ListScript
{
    private const string First = "";
    private const int LongestWalk = 1000;

    private readonly List<(HashSet<string> Requests, JsonNode Answer)> _pages = [];
    private long _counter;

    private ListScript(ListSource source) => Source = source;

    public ListSource Source { get; }

    /// <summary>Whether a reader that goes on as long as there is a next page comes to an end.</summary>
    public bool Ends { get; private set; }

    /// <summary>The entities of all pages, each once.</summary>
    public IReadOnlyList<long> Ids => [.. _pages.SelectMany(page => Source.Ids(page.Answer)).Distinct()];

    /// <summary>How many entities Amazon says there are.</summary>
    public long? Total => _pages.Select(page => (page.Answer["totalResults"] ?? page.Answer["totalCount"])?.GetValue<long>()).FirstOrDefault();

    public static ListScript? Read(CaseFile file)
    {
        JsonNode? sample = file.Json["answer"] ?? (file.Items("pages") is [JsonObject first, ..] ? first["answer"] : null);
        if (sample is null || ListSource.Find(file, sample) is not { } source || (source.Array is null) != (sample is JsonArray))
        {
            return null;
        }

        var script = new ListScript(source);
        foreach (JsonObject page in file.Items("pages").OfType<JsonObject>())
        {
            script._pages.Add((RequestsOf(page["request"]?.ToString() ?? ""), page["answer"]!));
        }

        if (script._pages.Count == 0)
        {
            script._pages.Add(([], sample));
        }

        script.Ends = script.FindsAnEnd();
        return script;
    }

    public ReplayAnswer? Answer(ReplayRequest request)
    {
        if (!Source.IsCalledBy(request))
        {
            return null;
        }

        JsonNode page = PageFor(request.NextToken ?? (request.StartIndex is null or "0" ? First : request.StartIndex));
        return ReplayAnswer.Text(page.ToJsonString().Replace(
            "<counter>", Interlocked.Increment(ref _counter).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("\\u003Ccounter\\u003E", _counter.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    private JsonNode PageFor(string request) =>
        _pages.FirstOrDefault(page => page.Requests.Count == 0 || page.Requests.Contains(request)).Answer ?? Source.Wrap();

    private bool FindsAnEnd()
    {
        string request = First;
        int index = 0;
        for (int i = 0; i < LongestWalk; i++)
        {
            JsonNode page = PageFor(request);
            if (Source.Array is null)
            {
                int count = Source.Entities(page).Count;
                index += count;
                request = index.ToString(CultureInfo.InvariantCulture);
                if (count == 0)
                {
                    return true;
                }
            }
            else
            {
                request = page["nextToken"]?.ToString() ?? First;
                if (request.Length == 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static HashSet<string> RequestsOf(string words) =>
    [
        .. RequestPattern().Matches(words).Select(match => match.Groups[1].Value is "0" ? First : match.Groups[1].Value),
        .. words.Contains("no token", StringComparison.OrdinalIgnoreCase) ? [First] : Array.Empty<string>(),
    ];

    [GeneratedRegex(@"(?:nextToken|startIndex)\s*=\s*([^\s,;]+)", RegexOptions.CultureInvariant)]
    private static partial Regex RequestPattern();
}
