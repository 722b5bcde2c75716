using Microsoft.Extensions.Logging;

namespace PpcAds.Sdk.Lists;

/// <summary>Log messages about lists: events 1280 to 1299.</summary>
internal static partial class ListsLog
{
    [LoggerMessage(
        1280,
        LogLevel.Warning,
        "{List} for profile {ProfileId} ended after {Count} of {Total} entities (totalResults)")]
    public static partial void TooFew(ILogger logger, string list, ProfileId profileId, long count, long total);
}
