using Microsoft.Extensions.Logging;

namespace PpcAds.Sdk.Throttling;

/// <summary>Log messages about rates: events 1500 to 1599.</summary>
internal static partial class ThrottlingLog
{
    [LoggerMessage(1500, LogLevel.Warning, "Learnt rates could not be loaded; they are learnt again")]
    public static partial void NotLoaded(ILogger logger, Exception exception);

    [LoggerMessage(1501, LogLevel.Warning, "Learnt rates could not be kept; after a restart they are learnt again")]
    public static partial void NotSaved(ILogger logger, Exception exception);
}
