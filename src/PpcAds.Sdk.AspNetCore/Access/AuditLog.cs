using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PpcAds.Sdk.AspNetCore.Access;

/// <summary>
/// Who did what through the endpoints: events 1500 to 1549 of the category <c>PpcAds.Sdk.Audit</c>. Never a secret, and no e-mail
/// address.
/// </summary>
internal static partial class AuditLog
{
    public const string Category = "PpcAds.Sdk.Audit";

    /// <summary>The logger, and the name of the user, or else the address.</summary>
    public static (ILogger Logger, string User) Of(HttpContext context) =>
        (context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(Category), UserOf(context));

    public static string UserOf(HttpContext context) =>
        context.User.FindFirst(ClaimTypes.NameIdentifier)?.Value
            ?? context.User.FindFirst("sub")?.Value
            ?? context.User.Identity?.Name
        ?? $"anonymous at {context.Connection.RemoteIpAddress}";

    [LoggerMessage(1500, LogLevel.Information, "{User} added account {AccountId}")]
    public static partial void AccountAdded(ILogger logger, string user, AccountId accountId);

    [LoggerMessage(1501, LogLevel.Information, "{User} changed account {AccountId}")]
    public static partial void AccountChanged(ILogger logger, string user, AccountId accountId);

    [LoggerMessage(1502, LogLevel.Information, "{User} closed account {AccountId}; its credentials are gone")]
    public static partial void AccountClosed(ILogger logger, string user, AccountId accountId);

    [LoggerMessage(1503, LogLevel.Information, "{User} stored credentials of client {ClientId} for account {AccountId}")]
    public static partial void CredentialsStored(ILogger logger, string user, string clientId, AccountId accountId);

    [LoggerMessage(1504, LogLevel.Warning, "{User} sent credentials for account {AccountId} that Amazon refuses: {Reason}")]
    public static partial void CredentialsRefused(ILogger logger, string user, AccountId accountId, string reason);

    [LoggerMessage(1505, LogLevel.Information, "{User} removed the credentials of account {AccountId}")]
    public static partial void CredentialsRemoved(ILogger logger, string user, AccountId accountId);

    [LoggerMessage(1506, LogLevel.Information, "{User} requested a sync: run {RunId} ({Key})")]
    public static partial void SyncRequested(ILogger logger, string user, long runId, string key);

    [LoggerMessage(1507, LogLevel.Information, "{User} cancelled run {RunId}")]
    public static partial void RunCancelled(ILogger logger, string user, long runId);

    [LoggerMessage(1508, LogLevel.Warning, "{User} was refused {Method} {Path}: {Reason}")]
    public static partial void Refused(ILogger logger, string user, string method, string path, string reason);
}
