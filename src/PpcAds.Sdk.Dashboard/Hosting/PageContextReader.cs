using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore;
using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Dashboard.Hosting;

/// <summary>Reads what all parts of a page know about its request.</summary>
internal static class PageContextReader
{
    public static async Task<PageContext> ReadAsync(HttpContext context)
    {
        DashboardSite site = DashboardSite.Of(context);
        string root = site.RootOf(context);
        AntiforgeryTokenSet tokens = site.Antiforgery.GetAndStoreTokens(context);
        IReadOnlySet<AccountId>? only = await PpcAdsAccountAccess.GetAsync(context).ConfigureAwait(false);
        return new PageContext
        {
            Root = root,
            Assets = root + AssetFiles.Path,
            Address = $"{context.Request.PathBase}{context.Request.Path}{context.Request.QueryString}",
            Theme = ThemeCookie.Read(context),
            Places = site.Places,
            Antiforgery = (tokens.FormFieldName, tokens.RequestToken ?? ""),
            Flash = FlashCookie.Take(context, site),
            IsRunning = await IsRunningAsync(context, only).ConfigureAwait(false),
            NeedConsent = await CountWithoutConsentAsync(context, only).ConfigureAwait(false),
            Now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
        };
    }

    /// <summary>For a page that says that something is wrong: it reads nothing that may be wrong too.</summary>
    public static PageContext ReadBare(HttpContext context)
    {
        DashboardSite site = DashboardSite.Of(context);
        string root = site.RootOf(context);
        return new PageContext
        {
            Root = root,
            Assets = root + AssetFiles.Path,
            Address = root,
            Theme = ThemeCookie.Read(context),
            Places = [],
            Antiforgery = ("", ""),
            Now = (context.RequestServices.GetService<TimeProvider>() ?? TimeProvider.System).GetUtcNow(),
        };
    }

    private static async Task<bool> IsRunningAsync(HttpContext context, IReadOnlySet<AccountId>? only)
    {
        IReadOnlyList<QueuedRun> open = await context.RequestServices.GetRequiredService<IRunStore>()
            .ListOpenAsync(context.RequestAborted).ConfigureAwait(false);
        return open.Any(run => only is null || (run.Request.AccountId is { } account && only.Contains(account)));
    }

    private static async Task<int> CountWithoutConsentAsync(HttpContext context, IReadOnlySet<AccountId>? only)
    {
        IReadOnlyList<Account> accounts = await context.RequestServices.GetRequiredService<IAccountStore>()
            .ListAsync(context.RequestAborted).ConfigureAwait(false);
        return accounts.Count(
            account => account.Status == AccountStatus.NeedsConsent && only?.Contains(account.AccountId) != false);
    }
}
