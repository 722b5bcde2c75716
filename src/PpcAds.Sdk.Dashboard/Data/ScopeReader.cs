using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore;
using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Dashboard.Hosting;
using PpcAds.Sdk.Dashboard.Pages.Problems;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Data;

/// <summary>Reads the scope of an address. What is not the user's is answered like what does not exist.</summary>
internal static class ScopeReader
{
    /// <summary>Reads the scope.</summary>
    /// <param name="context">The request.</param>
    /// <param name="url">Its state.</param>
    /// <exception cref="PageException">The address has something that does not exist.</exception>
    public static async Task<Scope> ReadAsync(HttpContext context, UrlState url)
    {
        DateTimeOffset now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        IReadOnlyList<AccountState> visible = await ReadVisibleAsync(context).ConfigureAwait(false);
        (AccountState? account, ProfileState? profile) = Choose(visible, url);
        AccountState[] accounts = account is null ? [.. visible] : [account];
        ProfileState[] profiles = profile is null ? [.. accounts.SelectMany(one => one.Profiles)] : [profile];
        DateOnly yesterday = profiles.Length > 0
            ? profiles.Min(one => one.Yesterday)
            : AccountStates.YesterdayOf(null, now);
        PerformancePeriod period = PeriodChoice.Read(url, yesterday);
        IReadOnlyList<PerformanceTotals> currencies = await ReadCurrenciesAsync(context, accounts, profiles, profile, period)
            .ConfigureAwait(false);
        return new Scope
        {
            Url = url,
            Visible = visible,
            Account = account,
            Profile = profile,
            Currencies = currencies,
            Currency = CurrencyOf(url, currencies),
            Yesterday = yesterday,
            Period = period,
            Previous = PeriodChoice.ReadPrevious(url, period),
        };
    }

    public static async Task<IReadOnlyList<AccountState>> ReadVisibleAsync(HttpContext context)
    {
        IReadOnlySet<AccountId>? only = await PpcAdsAccountAccess.GetAsync(context).ConfigureAwait(false);
        IReadOnlyList<Account> all = await context.RequestServices.GetRequiredService<IAccountStore>()
            .ListAsync(context.RequestAborted).ConfigureAwait(false);
        return await new AccountStates(context).ReadAsync(all
            .Where(account => account.Status != AccountStatus.Closed && only?.Contains(account.AccountId) != false)
            .OrderBy(account => account.Name, StringComparer.CurrentCultureIgnoreCase)).ConfigureAwait(false);
    }

    private static (AccountState? Account, ProfileState? Profile) Choose(IReadOnlyList<AccountState> visible, UrlState url)
    {
        string? accountId = url["account"];
        string? profileId = null;
        if (url["profile"] is { } text)
        {
            // A profile is one of an account: "42.1001".
            string[] parts = text.Split('.');
            if (parts.Length != 2)
            {
                throw new PageException(ProblemPages.WrongValue("profile", "an account and a profile of it, such as 42.1001"));
            }

            // A form that changes the account still sends the profile of the one before.
            profileId = accountId is null || accountId == parts[0] ? parts[1] : null;
            accountId ??= parts[0];
        }

        if (accountId is null)
        {
            return (null, null);
        }

        AccountState account = visible.FirstOrDefault(one => one.Account.AccountId.ToString() == accountId)
            ?? throw new PageException(ProblemPages.NotFound());
        ProfileState? profile = profileId is null
            ? null
            : account.Profiles.FirstOrDefault(one => one.Profile.ProfileId.ToString() == profileId)
                ?? throw new PageException(ProblemPages.NotFound());
        return (account, profile);
    }

    /// <summary>Sums by currency; of one profile only its own.</summary>
    private static async Task<IReadOnlyList<PerformanceTotals>> ReadCurrenciesAsync(
        HttpContext context, AccountState[] accounts, ProfileState[] profiles, ProfileState? profile, PerformancePeriod period)
    {
        IReadOnlyList<PerformanceTotals> currencies = await context.RequestServices.GetRequiredService<IPerformanceTableReader>()
            .ListCurrenciesAsync([.. accounts.Select(one => one.Account.AccountId)], period, context.RequestAborted)
            .ConfigureAwait(false);
        return profile is null
            ? currencies
            : [.. currencies.Where(one => profiles.Any(state => state.Profile.CurrencyCode == one.CurrencyCode))];
    }

    /// <summary>The requested one; else the one with most rows: amounts of two currencies are not compared.</summary>
    private static string? CurrencyOf(UrlState url, IReadOnlyList<PerformanceTotals> currencies)
    {
        if (url["currency"] is { } currency)
        {
            if (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper))
            {
                throw new PageException(ProblemPages.WrongValue("currency", "three capital letters, such as USD"));
            }

            // It travels along when the account changes, which may not have it.
            if (currencies.Any(one => one.CurrencyCode == currency))
            {
                return currency;
            }
        }

        return currencies.MaxBy(one => one.Rows)?.CurrencyCode;
    }
}
