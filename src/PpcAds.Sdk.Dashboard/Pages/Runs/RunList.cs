using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore;
using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Dashboard.Data;
using PpcAds.Sdk.Dashboard.Hosting;
using PpcAds.Sdk.Dashboard.Pages.Problems;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Pages.Runs;

/// <summary>Reads the history of runs.</summary>
internal static class RunList
{
    public const int Size = 25;

    public static async Task<IResult> ShowAsync(HttpContext context)
    {
        UrlState url = UrlReader.Read(context, "account", "after", "row");
        if (!int.TryParse(url["row"] ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out int row) || row < 1)
        {
            return ProblemPages.WrongValue("row", "a number above 0");
        }

        IReadOnlySet<AccountId>? only = await PpcAdsAccountAccess.GetAsync(context).ConfigureAwait(false);
        Account? account = null;
        if (url["account"] is { } id)
        {
            account = await PpcAdsAccountAccess.FindAsync(context, id).ConfigureAwait(false);
            if (account is null)
            {
                return ProblemPages.NotFound();
            }
        }

        Account[] accounts =
        [
            .. (await context.RequestServices.GetRequiredService<IAccountStore>().ListAsync(context.RequestAborted)
                .ConfigureAwait(false)).Where(one => only?.Contains(one.AccountId) != false),
        ];
        ReadPage<QueuedRun> page = await ReadAsync(context, account, only, url["after"]).ConfigureAwait(false);
        Dictionary<AccountId, string> names = accounts.ToDictionary(one => one.AccountId, one => one.Name);
        return PageResult.Of<RunsPage>(new RunListModel
        {
            Url = url,
            Runs = [.. page.Items.Select(run => (run, SubjectOf(run, names)))],
            Accounts = accounts,
            Next = page.Next,
            FirstRow = row,
            Worker = await WorkerWatch.ReadAsync(context).ConfigureAwait(false),
        });
    }

    private static string SubjectOf(QueuedRun run, Dictionary<AccountId, string> names) =>
        run.Request.AccountId is not { } account ? "All accounts"
        : names.GetValueOrDefault(account, $"Account {account}")
            + (run.Request.ProfileId is { } profile ? $", profile {profile}" : "");

    /// <summary>
    /// The store has runs of one account or of all: who may see some gets the newest of each, and chooses one for older runs.
    /// </summary>
    private static async Task<ReadPage<QueuedRun>> ReadAsync(
        HttpContext context, Account? account, IReadOnlySet<AccountId>? only, string? after)
    {
        IngestionRuns runs = context.RequestServices.GetRequiredService<IngestionRuns>();
        var request = new PageRequest(Size, after);
        if (account is not null || only is null)
        {
            return await runs.ListAsync(account?.AccountId, request, context.RequestAborted).ConfigureAwait(false);
        }

        var found = new List<QueuedRun>();
        foreach (AccountId id in only)
        {
            found.AddRange(
                (await runs.ListAsync(id, request with { After = null }, context.RequestAborted).ConfigureAwait(false)).Items);
        }

        return new ReadPage<QueuedRun>([.. found.OrderByDescending(run => run.RunId).Take(Size)], null);
    }
}
