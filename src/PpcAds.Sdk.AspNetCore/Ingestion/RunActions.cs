using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore.Access;
using PpcAds.Sdk.AspNetCore.Problems;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.AspNetCore.Ingestion;

/// <summary>
/// What a user does with syncs, with the checks and the audit log of the endpoints: for pages of a host's own.
/// </summary>
public static class RunActions
{
    /// <summary>Requests a sync of all accounts. Only for users who may see all.</summary>
    /// <param name="context">The request of the user.</param>
    /// <returns>The run; the open one while there is one of the same.</returns>
    /// <exception cref="PpcAdsProblemException">The user may not see all accounts.</exception>
    public static async Task<QueuedRun> SyncAllAsync(HttpContext context)
    {
        await RequireAllAccountsAsync(context).ConfigureAwait(false);
        return await RequestAsync(context, new RunRequest()).ConfigureAwait(false);
    }

    /// <summary>Requests a sync of an account that the user may see.</summary>
    /// <param name="context">The request of the user.</param>
    /// <param name="account">The account.</param>
    /// <param name="request">What to sync of it; <see langword="null"/> for what is due.</param>
    /// <returns>The run; the open one while there is one of the same.</returns>
    /// <exception cref="PpcAdsProblemException">The account's status does not allow it.</exception>
    /// <exception cref="PpcAdsValidationException">The request is not valid.</exception>
    /// <exception cref="TooManyRunsException">The account has too many open runs.</exception>
    public static async Task<QueuedRun> SyncAccountAsync(HttpContext context, Account account, RunRequest? request = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(account);
        request = (request ?? new RunRequest()) with { AccountId = account.AccountId };
        request.Validate();
        DateTimeOffset now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return account.Status switch
        {
            AccountStatus.Closed => throw Refuse("account_closed", "The account is closed."),
            AccountStatus.Paused => throw Refuse(
                "account_paused", "The account is paused.", "Set its status to active first."),
            AccountStatus.NeedsConsent => throw Refuse(
                "needs_consent",
                "The account has no working credentials.",
                account.ConsentEndsAt is { } end && end <= now
                    ? $"The advertiser's consent ended on {end.UtcDateTime:yyyy-MM-dd}; connect the account again."
                    : "Store credentials first."),
            _ => await RequestAsync(context, request).ConfigureAwait(false),
        };
    }

    /// <summary>Finds a run. One of an account that the user may not see is not read, as if it did not exist.</summary>
    /// <param name="context">The request of the user.</param>
    /// <param name="runId">The run's id, as it stands in an address.</param>
    public static async Task<QueuedRun?> FindAsync(HttpContext context, string? runId)
    {
        // The policy first, and its accounts in the store's question: a run of another's account must not take longer than one
        // that does not exist.
        IReadOnlySet<AccountId>? accounts = await PpcAdsAccountAccess.GetAsync(context).ConfigureAwait(false);
        return runId is not null && Ids.TryParse(runId, out long id)
            ? await RunsOf(context).FindAsync(id, accounts, context.RequestAborted).ConfigureAwait(false)
            : null;
    }

    /// <summary>Cancels a run that the user may see.</summary>
    /// <param name="context">The request of the user.</param>
    /// <param name="run">The run.</param>
    /// <returns>The run as it is now.</returns>
    /// <exception cref="PpcAdsProblemException">The run is over.</exception>
    public static async Task<QueuedRun> CancelAsync(HttpContext context, QueuedRun run)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(run);
        IngestionRuns runs = RunsOf(context);
        bool wasOpen = await runs.CancelAsync(run.RunId, context.RequestAborted).ConfigureAwait(false);
        run = await runs.FindAsync(run.RunId, context.RequestAborted).ConfigureAwait(false) ?? run;
        if (!wasOpen && run.State != QueuedRunState.Cancelled)
        {
            throw Refuse("run_over", "The run is over.");
        }

        (var logger, string user) = AuditLog.Of(context);
        AuditLog.RunCancelled(logger, user, run.RunId);
        return run;
    }

    internal static async Task RequireAllAccountsAsync(HttpContext context)
    {
        if (await PpcAdsAccountAccess.GetAsync(context).ConfigureAwait(false) is not null)
        {
            throw new PpcAdsProblemException(new ProblemResult(
                StatusCodes.Status403Forbidden, "not_all_accounts", "Only users who may see all accounts may sync all.")
            {
                Detail = "Sync accounts one by one: POST /ingestion/sync-account/{account_id}.",
            });
        }
    }

    private static async Task<QueuedRun> RequestAsync(HttpContext context, RunRequest request)
    {
        QueuedRun run = (await RunsOf(context).RequestAsync(request, context.RequestAborted).ConfigureAwait(false))!;
        (var logger, string user) = AuditLog.Of(context);
        AuditLog.SyncRequested(logger, user, run.RunId, run.Request.Key);
        return run;
    }

    private static IngestionRuns RunsOf(HttpContext context) => context.RequestServices.GetRequiredService<IngestionRuns>();

    private static PpcAdsProblemException Refuse(string code, string title, string? detail = null) =>
        new(ProblemResult.Conflict(code, title, detail));
}
