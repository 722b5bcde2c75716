using System.Diagnostics.CodeAnalysis;

namespace PpcAds.Sdk.Conformance.Specs;

/// <summary>A path such as <c>/reporting/reports/{reportId}</c>.</summary>
internal sealed class PathTemplate(string text)
{
    private readonly string[] _segments = text.Split('/');

    /// <summary>How many segments are spelled out: of two templates that match, the one with more is meant.</summary>
    public int LiteralSegments => _segments.Count(segment => !IsParameter(segment));

    public override string ToString() => text;

    public bool TryMatch(string path, [NotNullWhen(true)] out IReadOnlyDictionary<string, string>? values)
    {
        values = null;
        string[] actual = path.Split('/');
        if (actual.Length != _segments.Length)
        {
            return false;
        }

        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < actual.Length; i++)
        {
            if (IsParameter(_segments[i]) && actual[i].Length > 0)
            {
                found[_segments[i][1..^1]] = Uri.UnescapeDataString(actual[i]);
            }
            else if (!string.Equals(_segments[i], actual[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        values = found;
        return true;
    }

    private static bool IsParameter(string segment) => segment.StartsWith('{') && segment.EndsWith('}');
}
