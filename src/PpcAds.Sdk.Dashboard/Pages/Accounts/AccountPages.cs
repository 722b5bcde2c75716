using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore;
using PpcAds.Sdk.AspNetCore.Accounts;
using PpcAds.Sdk.AspNetCore.Ingestion;
using PpcAds.Sdk.AspNetCore.Problems;
using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Dashboard.Data;
using PpcAds.Sdk.Dashboard.Hosting;
using PpcAds.Sdk.Dashboard.Pages.Problems;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Dashboard.Pages.Accounts;

/// <summary>Accounts: listed, added, renamed, paused, closed, synced.</summary>
internal static class AccountPages
{
    public const string Root = "/accounts";

    public static DashboardFeature Feature { get; } = new(Map, Root);

    /// <summary>The account of the address.</summary>
    /// <exception cref="PageException">There is none that the user may see.</exception>
    public static async Task<Account> FindAsync(HttpContext context) =>
        await PpcAdsAccountAccess.FindAsync(context, context.Route("accountId")).ConfigureAwait(false)
            ?? throw new PageException(ProblemPages.NotFound());

    private static void Map(RouteGroupBuilder group)
    {
        group.MapPage(Root, AccountList.ShowAsync);
        group.MapPage(Root + "/new", context => ShowNewAsync(context));
        LimitMetadata.Add(group.MapForm(Root, AddAsync), PpcAdsRateLimit.Accounts);
        LimitMetadata.Add(group.MapForm(Root + "/sync", SyncAllAsync), PpcAdsRateLimit.Sync);
        group.MapPage(Root + "/{accountId}", context => ShowAsync(context));
        group.MapForm(Root + "/{accountId}/rename", RenameAsync);
        group.MapForm(Root + "/{accountId}/pause", (context, _) => PauseAsync(context, isPaused: true));
        group.MapForm(Root + "/{accountId}/resume", (context, _) => PauseAsync(context, isPaused: false));
        LimitMetadata.Add(group.MapForm(Root + "/{accountId}/sync", SyncAsync), PpcAdsRateLimit.Sync);
        group.MapPage(Root + "/{accountId}/close", context => ShowCloseAsync(context));
        group.MapForm(Root + "/{accountId}/close", CloseAsync);
    }

    private static Task<IResult> ShowNewAsync(HttpContext context, AccountForm? form = null)
    {
        UrlReader.Read(context);
        return Task.FromResult<IResult>(PageResult.Of<AccountNewPage>(form ?? new AccountForm(), StatusOf(form)));
    }

    private static async Task<IResult> AddAsync(HttpContext context, IFormCollection form)
    {
        string? name = form.Text("name");
        string? email = form.Text("email");
        try
        {
            Account account = await AccountActions.AddAsync(context, name, email).ConfigureAwait(false);
            return FlashCookie.Redirect(
                context,
                $"{Root}/{account.AccountId}/connect",
                new Flash($"{account.Name} is added. Nothing syncs until it is connected with Amazon."));
        }
        catch (PpcAdsProblemException exception) when (exception.Problem.Errors is { } errors)
        {
            return await ShowNewAsync(context, AccountForm.Of(name, email, errors)).ConfigureAwait(false);
        }
    }

    private static async Task<IResult> ShowAsync(HttpContext context, AccountForm? form = null)
    {
        UrlReader.Read(context);
        AccountState state = await new AccountStates(context).ReadAsync(await FindAsync(context).ConfigureAwait(false))
            .ConfigureAwait(false);
        return PageResult.Of<AccountPage>(
            new AccountModel(state, form ?? new AccountForm { Name = state.Account.Name, Email = state.Account.ContactEmail }),
            StatusOf(form));
    }

    private static async Task<IResult> RenameAsync(HttpContext context, IFormCollection form)
    {
        Account account = await FindAsync(context).ConfigureAwait(false);
        string? name = form.Text("name");
        string? email = form.Text("email");
        try
        {
            Account changed = await AccountActions.ChangeAsync(context, account, name ?? "", email).ConfigureAwait(false);
            return FlashCookie.Redirect(context, PathOf(account), new Flash($"{changed.Name}: name and contact are saved."));
        }
        catch (PpcAdsProblemException exception) when (exception.Problem.Errors is { } errors)
        {
            return await ShowAsync(context, AccountForm.Of(name, email, errors)).ConfigureAwait(false);
        }
    }

    private static async Task<IResult> PauseAsync(HttpContext context, bool isPaused)
    {
        Account account = await AccountActions
            .ChangeAsync(context, await FindAsync(context).ConfigureAwait(false), isPaused: isPaused).ConfigureAwait(false);
        return FlashCookie.Redirect(context, Root, isPaused
            ? new Flash($"{account.Name} is paused.", "Resume", $"{PathOf(account)}/resume", IsPost: true)
            : new Flash($"{account.Name} is active again.", "Pause", $"{PathOf(account)}/pause", IsPost: true));
    }

    private static async Task<IResult> SyncAsync(HttpContext context, IFormCollection form)
    {
        QueuedRun run = await RunActions.SyncAccountAsync(context, await FindAsync(context).ConfigureAwait(false))
            .ConfigureAwait(false);
        return FlashCookie.Redirect(context, $"/runs/{run.RunId}", new Flash("The sync is requested."));
    }

    private static async Task<IResult> SyncAllAsync(HttpContext context, IFormCollection form)
    {
        QueuedRun run = await RunActions.SyncAllAsync(context).ConfigureAwait(false);
        return FlashCookie.Redirect(context, $"/runs/{run.RunId}", new Flash("The sync of all accounts is requested."));
    }

    private static async Task<IResult> ShowCloseAsync(HttpContext context, string? error = null)
    {
        UrlReader.Read(context);
        Account account = await FindAsync(context).ConfigureAwait(false);
        return PageResult.Of<AccountClosePage>(
            await AccountCloseModel.ReadAsync(context, account, error).ConfigureAwait(false),
            error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> CloseAsync(HttpContext context, IFormCollection form)
    {
        Account account = await FindAsync(context).ConfigureAwait(false);
        if (form.Text("name") != account.Name.Trim())
        {
            return await ShowCloseAsync(context, "This is not the company’s name. Nothing was changed.").ConfigureAwait(false);
        }

        await AccountActions.CloseAsync(context, account).ConfigureAwait(false);
        return FlashCookie.Redirect(
            context, Root, new Flash($"{account.Name} is closed. Its credentials are removed; its figures stay."));
    }

    private static string PathOf(Account account) => $"{Root}/{account.AccountId}";

    private static int StatusOf(AccountForm? form) =>
        form is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
}
