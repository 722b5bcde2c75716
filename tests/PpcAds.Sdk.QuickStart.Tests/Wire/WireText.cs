using System.Text;
using System.Text.RegularExpressions;

namespace PpcAds.Sdk.QuickStart.Tests.Wire;

/// <summary>
/// The requests of a run as a text that is the same for each run: sorted, without what time and chance decide. How often a report or
/// an export is polled depends on the time that it takes; its polls count once. All others count as often as they were made.
/// </summary>
internal static partial class WireText
{
    public static string Of(IReadOnlyList<RecordedRequest> requests)
    {
        IEnumerable<RecordedRequest> polls = requests.Where(IsPoll).DistinctBy(request => (request.Target, Text(request)));
        var counted = requests.Where(request => !IsPoll(request)).Concat(polls)
            .GroupBy(Text, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal);
        return string.Concat(counted.Select(same => $"{same.Count()} x {same.Key}\n"));
    }

    private static bool IsPoll(RecordedRequest request) => request.Method == "GET" && PollTarget().IsMatch(request.Target);

    private static string Text(RecordedRequest request)
    {
        var text = new StringBuilder();
        text.Append(request.Method).Append(' ').Append(request.Target).Append('\n');
        foreach (string header in request.Headers.Order(StringComparer.Ordinal))
        {
            text.Append("    ").Append(header).Append('\n');
        }

        if (request.Body.Length > 0)
        {
            text.Append("    ").Append(Encoding.UTF8.GetString(request.Body)).Append('\n');
        }

        return WithoutChance(text.ToString());
    }

    private static string WithoutChance(string text)
    {
        text = Port().Replace(text, "127.0.0.1:{port}");
        text = AccessToken().Replace(text, "{access token}");
        text = Secret().Replace(text, "$1={secret}");
        text = Version().Replace(text, "PpcAds.Sdk/{version}");
        text = Link().Replace(text, "X-Amz-$1={$1}");
        text = Milliseconds().Replace(text, "/{time}/");
        return Id().Replace(text, "{id}");
    }

    [GeneratedRegex("/(reporting/reports|exports)/[^/?]+$", RegexOptions.CultureInvariant)]
    private static partial Regex PollTarget();

    [GeneratedRegex(@"127\.0\.0\.1:\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Port();

    [GeneratedRegex(@"Atza\|\S+", RegexOptions.CultureInvariant)]
    private static partial Regex AccessToken();

    [GeneratedRegex("(client_secret|refresh_token)=[^&\n]+", RegexOptions.CultureInvariant)]
    private static partial Regex Secret();

    [GeneratedRegex(@"PpcAds\.Sdk/\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Version();

    [GeneratedRegex("X-Amz-(Date|Signature)=[^&\n]+", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<=-storage/[^/]+)/\d{13}/", RegexOptions.CultureInvariant)]
    private static partial Regex Milliseconds();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
