using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore.Access;

namespace PpcAds.Sdk.AspNetCore.Connect;

/// <summary>Who may connect which account.</summary>
internal sealed class ConnectAccess(IAccountStore accounts, IOptions<PpcAdsConnectOptions> options, ILoggerFactory loggers)
{
    private readonly ILogger _logger = loggers.CreateLogger(ConnectLog.Category);

    /// <summary>The user of a request, or the problem when the user has no id.</summary>
    public (string? UserId, IResult? Problem) UserOf(HttpContext context)
    {
        string? userId = options.Value.UserId(context);
        return (userId, userId is null && context.User.Identity?.IsAuthenticated == true ? ConnectProblem.UserWithoutId() : null);
    }

    /// <summary>
    /// Whether the host said at all who may connect what: here, for all endpoints, or by the guard that this endpoint is behind,
    /// whose users may store credentials as well.
    /// </summary>
    public static bool IsOpened(HttpContext context, PpcAdsConnectOptions options) =>
        options.MayConnect is not null
        || context.RequestServices.GetService<IPpcAdsAccessPolicy>() is not null
        || context.GetEndpoint()?.Metadata.GetMetadata<GuardedMetadata>() is not null;

    /// <summary>
    /// The problem that keeps the user from connecting the account, or null. The host is asked before the store: a user without
    /// access gets the same answer, in the same time.
    /// </summary>
    public async Task<IResult?> RefuseAsync(
        HttpContext context, AccountId accountId, string? userId, CancellationToken cancellationToken)
    {
        if (!await MayAsync(context, accountId, cancellationToken).ConfigureAwait(false))
        {
            ConnectLog.NotAllowed(_logger, accountId, userId);
            return ConnectProblem.NoAccount();
        }

        return await accounts.FindAsync(accountId, cancellationToken).ConfigureAwait(false) switch
        {
            null => ConnectProblem.NoAccount(),
            { Status: AccountStatus.Closed } => ConnectProblem.Closed(),
            _ => null,
        };
    }

    /// <summary>What is said here counts; else who may see an account may connect it.</summary>
    private async ValueTask<bool> MayAsync(HttpContext context, AccountId accountId, CancellationToken cancellationToken) =>
        options.Value.MayConnect is { } mayConnect
            ? await mayConnect(context, accountId, cancellationToken).ConfigureAwait(false)
            : IsOpened(context, options.Value) && await PpcAdsAccountAccess.MaySeeAsync(context, accountId).ConfigureAwait(false);
}
