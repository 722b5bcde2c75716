using System.Text.RegularExpressions;
using PpcAds.Sdk.Http;

namespace PpcAds.Sdk.Reports;

/// <summary>Amazon's 425: an identical report is not finished yet. Its id stands only within the text.</summary>
internal static partial class DuplicateReport
{
    public const int Status = 425;

    /// <summary>The id of the other report, or <see langword="null"/> when the answer names none.</summary>
    public static string? FindId(AdsResponse response)
    {
        string? text = ErrorBody.TryRead(response.Body)?.Details;
        return text is not null && Uuid().Match(text) is { Success: true } match ? match.Value : null;
    }

    [GeneratedRegex(
        "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Uuid();
}
