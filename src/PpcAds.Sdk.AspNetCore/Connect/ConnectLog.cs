using Microsoft.Extensions.Logging;

namespace PpcAds.Sdk.AspNetCore.Connect;

/// <summary>Log messages about connecting accounts: events 1600 to 1699. Never a state, a code or a token.</summary>
internal static partial class ConnectLog
{
    public const string Category = "PpcAds.Sdk.AspNetCore.Connect";

    [LoggerMessage(1600, LogLevel.Information, "Account {AccountId}: user {UserId} is sent to Amazon's consent page in {Region}")]
    public static partial void Started(ILogger logger, AccountId accountId, string? userId, AmazonAdsRegion region);

    [LoggerMessage(
        1601,
        LogLevel.Information,
        "Account {AccountId} is connected by user {UserId}; its grant belongs to client {ClientId}")]
    public static partial void Connected(ILogger logger, AccountId accountId, string? userId, string clientId);

    [LoggerMessage(1602, LogLevel.Warning, "A return from Amazon's consent page was refused: {Reason}")]
    public static partial void ReturnRefused(ILogger logger, string reason);

    [LoggerMessage(1603, LogLevel.Information, "Account {AccountId}: Amazon's consent page answered {Error} to user {UserId}")]
    public static partial void NoConsent(ILogger logger, AccountId accountId, string error, string? userId);

    [LoggerMessage(
        1604,
        LogLevel.Warning,
        "Account {AccountId}: Login with Amazon gave no grant for the consent of user {UserId}")]
    public static partial void CodeRefused(ILogger logger, AccountId accountId, string? userId, Exception exception);

    [LoggerMessage(1605, LogLevel.Error, "Account {AccountId} is connected, and the handler of connected accounts failed")]
    public static partial void HandlerFailed(ILogger logger, AccountId accountId, Exception exception);

    [LoggerMessage(1606, LogLevel.Error, "A request to connect an account failed")]
    public static partial void RequestFailed(ILogger logger, Exception exception);

    [LoggerMessage(1607, LogLevel.Error, "The first sync of account {AccountId} failed; the worker's next round goes on with it")]
    public static partial void FirstSyncFailed(ILogger logger, AccountId accountId, Exception exception);

    [LoggerMessage(
        1608,
        LogLevel.Warning,
        "A request to connect an account was refused: the host has not set PpcAdsConnectOptions.MayConnect")]
    public static partial void NotOpened(ILogger logger);

    [LoggerMessage(1609, LogLevel.Warning, "Account {AccountId}: user {UserId} may not connect it")]
    public static partial void NotAllowed(ILogger logger, AccountId accountId, string? userId);

    [LoggerMessage(1610, LogLevel.Warning, "A request to connect an account was refused: too many of the same user in a minute")]
    public static partial void TooMany(ILogger logger);
}
