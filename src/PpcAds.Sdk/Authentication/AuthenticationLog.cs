using Microsoft.Extensions.Logging;

namespace PpcAds.Sdk.Authentication;

/// <summary>Log messages about tokens: events 1100 to 1199. Never a token, not even in part.</summary>
internal static partial class AuthenticationLog
{
    [LoggerMessage(1100, LogLevel.Debug, "Access token for client {ClientId} refreshed; it expires at {ExpiresAt:u}")]
    public static partial void TokenRefreshed(ILogger logger, string clientId, DateTimeOffset expiresAt);

    [LoggerMessage(
        1101,
        LogLevel.Warning,
        "Access token for client {ClientId} could not be refreshed ahead of its expiry at {ExpiresAt:u}; it is used meanwhile")]
    public static partial void RefreshAheadFailed(ILogger logger, string clientId, DateTimeOffset expiresAt, Exception exception);

    [LoggerMessage(1102, LogLevel.Information, "Amazon rotated the refresh token of client {ClientId}; stored: {Stored}")]
    public static partial void RefreshTokenRotated(ILogger logger, string clientId, bool stored);

    [LoggerMessage(1103, LogLevel.Warning, "Login with Amazon: attempt {Attempt} failed ({Reason}); next in {Delay}")]
    public static partial void TokenRequestRetried(ILogger logger, int attempt, string reason, TimeSpan delay);

    [LoggerMessage(
        1104,
        LogLevel.Error,
        "Amazon rotated the refresh token of client {ClientId}, and the store failed to keep the new one; it is asked again "
        + "at the next refresh")]
    public static partial void RotatedTokenNotStored(ILogger logger, string clientId, Exception exception);

    [LoggerMessage(
        1105,
        LogLevel.Information,
        "The refresh token of client {ClientId} was refused; the one that the store has now is good, and is used from now on")]
    public static partial void StoredCredentialsTaken(ILogger logger, string clientId);

    [LoggerMessage(
        1106,
        LogLevel.Warning,
        "The refresh token of client {ClientId} was refused, and the store could not be read for a newer one")]
    public static partial void StoredCredentialsNotRead(ILogger logger, string clientId, Exception exception);
}
