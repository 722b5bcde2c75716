using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore;
using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Dashboard.Data;
using PpcAds.Sdk.Dashboard.Hosting;
using PpcAds.Sdk.Dashboard.Pages.Problems;

namespace PpcAds.Sdk.Dashboard.Pages.Accounts;

/// <summary>Reads the list of accounts: those that need someone first, then by name.</summary>
internal static class AccountList
{
    private const int Size = 25;

    private static readonly Dictionary<string, AccountStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["active"] = AccountStatus.Active,
        ["paused"] = AccountStatus.Paused,
        ["needs-consent"] = AccountStatus.NeedsConsent,
        ["closed"] = AccountStatus.Closed,
    };

    public static async Task<IResult> ShowAsync(HttpContext context)
    {
        UrlState url = UrlReader.Read(context, "q", "status", "row");
        if (url["status"] is { } status && !Statuses.ContainsKey(status))
        {
            return ProblemPages.WrongValue("status", $"one of {string.Join(", ", Statuses.Keys)}");
        }

        if (!int.TryParse(url["row"] ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out int row) || row < 1)
        {
            return ProblemPages.WrongValue("row", "a number above 0");
        }

        IReadOnlySet<AccountId>? only = await PpcAdsAccountAccess.GetAsync(context).ConfigureAwait(false);
        Account[] visible =
        [
            .. (await context.RequestServices.GetRequiredService<IAccountStore>().ListAsync(context.RequestAborted)
                .ConfigureAwait(false)).Where(account => only?.Contains(account.AccountId) != false),
        ];
        Account[] matching =
        [
            .. visible.Where(account => Matches(account, url))
                .OrderBy(account => account.Status != AccountStatus.NeedsConsent)
                .ThenBy(account => account.Name, StringComparer.CurrentCultureIgnoreCase)
                .ThenBy(account => account.AccountId.Value),
        ];
        return PageResult.Of<AccountsPage>(new AccountListModel
        {
            Url = url,
            Accounts = await new AccountStates(context).ReadAsync(matching.Skip(row - 1).Take(Size)).ConfigureAwait(false),
            Matching = matching.Length,
            Total = visible.Count(account => account.Status != AccountStatus.Closed),
            NeedConsent = visible.Count(account => account.Status == AccountStatus.NeedsConsent),
            FirstRow = row,
            Size = Size,
            MaySyncAll = only is null,
        });
    }

    private static bool Matches(Account account, UrlState url) =>
        (url["status"] is { } status ? account.Status == Statuses[status] : account.Status != AccountStatus.Closed)
        && (url["q"] is not { } text
            || account.Name.Contains(text, StringComparison.CurrentCultureIgnoreCase)
            || account.ContactEmail?.Contains(text, StringComparison.OrdinalIgnoreCase) == true);
}
