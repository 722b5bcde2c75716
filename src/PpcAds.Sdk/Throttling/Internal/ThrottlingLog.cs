using Microsoft.Extensions.Logging;

namespace PpcAds.Sdk.Throttling;

/// <summary>Log messages about rates: events 1400 to 1499.</summary>
internal static partial class ThrottlingLog
{
    [LoggerMessage(1400, LogLevel.Warning, "Learnt rates could not be loaded; they are learnt again")]
    public static partial void NotLoaded(ILogger logger, Exception exception);

    [LoggerMessage(1401, LogLevel.Warning, "Learnt rates could not be kept; after a restart they are learnt again")]
    public static partial void NotSaved(ILogger logger, Exception exception);
}
