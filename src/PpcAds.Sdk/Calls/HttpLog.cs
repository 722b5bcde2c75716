using Microsoft.Extensions.Logging;

namespace PpcAds.Sdk.Calls;

/// <summary>Log messages about calls: events 1000 to 1099. Never a header or a body.</summary>
internal static partial class HttpLog
{
    [LoggerMessage(1000, LogLevel.Debug, "{Operation} for profile {ProfileId} answered {StatusCode} (request id {RequestId})")]
    public static partial void Answered(
        ILogger logger, string operation, ProfileId? profileId, int statusCode, string? requestId);

    [LoggerMessage(
        1001,
        LogLevel.Information,
        "{Operation} for profile {ProfileId}: attempt {Attempt} failed ({Reason}, request id {RequestId}); next in {Delay}")]
    public static partial void Retrying(
        ILogger logger, string operation, ProfileId? profileId, int attempt, string reason, string? requestId, TimeSpan delay);
}
