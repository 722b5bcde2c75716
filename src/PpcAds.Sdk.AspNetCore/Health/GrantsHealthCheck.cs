using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using PpcAds.Sdk.Accounts;

namespace PpcAds.Sdk.AspNetCore.Health;

/// <summary>Whether accounts wait for their advertiser's consent, or soon will.</summary>
internal sealed class GrantsHealthCheck(
    IAccountStore accounts, IOptions<PpcAdsHealthOptions> options, TimeProvider timeProvider) : StoredStateHealthCheck
{
    /// <summary>How many accounts a description names; the data has all.</summary>
    private const int MostNamed = 10;

    protected override async Task<HealthCheckResult> CheckAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Account> all = await accounts.ListAsync(cancellationToken).ConfigureAwait(false);
        DateTimeOffset now = timeProvider.GetUtcNow();
        int days = options.Value.ConsentWarningDays;
        Account[] ended =
        [
            .. all.Where(
                account => account.Status is AccountStatus.Active or AccountStatus.NeedsConsent && account.ConsentEndsAt <= now),
        ];
        Account[] refused = [.. all.Where(account => account.Status == AccountStatus.NeedsConsent).Except(ended)];
        Account[] ending =
        [
            .. all.Where(
                account =>
                    account.Status == AccountStatus.Active
                        && account.ConsentEndsAt > now
                        && account.ConsentEndsAt - now <= TimeSpan.FromDays(days)),
        ];
        var data = new Dictionary<string, object>
        {
            ["accounts_active"] = all.Count(account => account.Status == AccountStatus.Active),
            ["accounts_needing_consent"] = IdsOf(all.Where(account => account.Status == AccountStatus.NeedsConsent)),
            ["accounts_consent_ended"] = IdsOf(ended),
            ["accounts_consent_ending"] = IdsOf(ending),
        };
        string[] sentences =
        [
            .. Name("Consent has ended, connect the account again", ended, showsEnd: true),
            .. Name("Amazon refuses the grant, or there is none; the advertiser must consent again", refused, showsEnd: false),
            .. Name($"Consent ends within {days} days, connect the account again before then", ending, showsEnd: true),
        ];
        return sentences.Length == 0
            ? HealthCheckResult.Healthy("No account waits for consent.", data)
            : HealthCheckResult.Degraded(string.Join(' ', sentences), null, data);
    }

    private static string[] IdsOf(IEnumerable<Account> accounts) => [.. accounts.Select(account => account.AccountId.ToString())];

    private static IEnumerable<string> Name(string what, Account[] accounts, bool showsEnd)
    {
        if (accounts.Length > 0)
        {
            IEnumerable<string> named = accounts.Take(MostNamed).Select(account => showsEnd && account.ConsentEndsAt is { } end
                ? string.Create(CultureInfo.InvariantCulture, $"{account.AccountId} ({end.UtcDateTime:yyyy-MM-dd})")
                : account.AccountId.ToString());
            yield return $"{what}: {string.Join(", ", named)}"
                + $"{(accounts.Length > MostNamed ? $" and {accounts.Length - MostNamed} more" : "")}.";
        }
    }
}
