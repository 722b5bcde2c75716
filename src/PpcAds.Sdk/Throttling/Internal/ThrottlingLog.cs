using Microsoft.Extensions.Logging;

namespace PpcAds.Sdk.Throttling;

/// <summary>Log messages about rates: events 1400 to 1499.</summary>
internal static partial class ThrottlingLog
{
    [LoggerMessage(1400, LogLevel.Warning, "Learned rates could not be loaded; they are learned again")]
    public static partial void NotLoaded(ILogger logger, Exception exception);

    [LoggerMessage(1401, LogLevel.Warning, "Learned rates could not be saved; after a restart they are learned again")]
    public static partial void NotSaved(ILogger logger, Exception exception);
}
