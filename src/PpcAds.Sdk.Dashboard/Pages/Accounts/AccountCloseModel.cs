using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Pages.Accounts;

/// <summary>What closing an account leaves.</summary>
/// <param name="Account">The account.</param>
/// <param name="Campaigns">How many campaigns stay.</param>
/// <param name="Days">How many days of figures stay.</param>
/// <param name="Error">What is wrong with the name that was typed.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record AccountCloseModel(Account Account, long Campaigns, int Days, string? Error)
{
    /// <summary>More campaigns are not counted one by one.</summary>
    private const int MostCounted = 50_000;

    internal static async Task<AccountCloseModel> ReadAsync(HttpContext context, Account account, string? error)
    {
        IPpcAdsReader reader = context.RequestServices.GetRequiredService<IPpcAdsReader>();
        CancellationToken cancellationToken = context.RequestAborted;
        long campaigns = await reader
            .ListAllEntitiesAsync<CampaignRecord>(new EntityQuery(account.AccountId), cancellationToken)
            .Take(MostCounted).LongCountAsync(cancellationToken).ConfigureAwait(false);
        var days = new HashSet<DateOnly>();
        await foreach (StoredEntity<ProfileRecord> profile in reader
            .ListAllEntitiesAsync<ProfileRecord>(new EntityQuery(account.AccountId), cancellationToken).ConfigureAwait(false))
        {
            foreach (Dataset dataset in Datasets.All.Where(one => one.Grain == DatasetGrain.Campaign))
            {
                days.UnionWith((await reader
                    .ListDaysAsync(account.AccountId, profile.ProfileId, dataset.Id, cancellationToken).ConfigureAwait(false))
                    .Select(day => day.Date));
            }
        }

        return new AccountCloseModel(account, campaigns, days.Count, error);
    }
}
