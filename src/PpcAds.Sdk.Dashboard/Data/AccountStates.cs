using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Profiles;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Data;

/// <summary>Reads accounts with how far they are.</summary>
internal sealed class AccountStates(HttpContext context)
{
    private readonly IPpcAdsReader _reader = context.RequestServices.GetRequiredService<IPpcAdsReader>();
    private readonly IngestionRuns _runs = context.RequestServices.GetRequiredService<IngestionRuns>();
    private readonly DateTimeOffset _now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    public async Task<IReadOnlyList<AccountState>> ReadAsync(IEnumerable<Account> accounts)
    {
        IReadOnlyList<QueuedRun> open = await context.RequestServices.GetRequiredService<IRunStore>()
            .ListOpenAsync(context.RequestAborted).ConfigureAwait(false);
        var states = new List<AccountState>();
        foreach (Account account in accounts)
        {
            states.Add(await ReadAsync(account, open).ConfigureAwait(false));
        }

        return states;
    }

    public async Task<AccountState> ReadAsync(Account account) => (await ReadAsync([account]).ConfigureAwait(false))[0];

    private async Task<AccountState> ReadAsync(Account account, IReadOnlyList<QueuedRun> open)
    {
        ReadPage<QueuedRun> runs = await _runs
            .ListAsync(account.AccountId, new PageRequest(1), context.RequestAborted).ConfigureAwait(false);
        Dictionary<ProfileId, List<PerformanceFreshness>> freshness = await ReadFreshnessAsync(account).ConfigureAwait(false);
        var profiles = new List<ProfileState>();
        await foreach (StoredEntity<ProfileRecord> stored in _reader
            .ListAllEntitiesAsync<ProfileRecord>(new EntityQuery(account.AccountId), context.RequestAborted)
            .ConfigureAwait(false))
        {
            // No report can be had of an agency's.
            if (stored.Entity.Type != ProfileType.Agency)
            {
                profiles.Add(StateOf(stored.Entity, freshness.GetValueOrDefault(stored.ProfileId) ?? []));
            }
        }

        return new AccountState(
            account,
            profiles,
            open.FirstOrDefault(run => run.Request.AccountId == account.AccountId)
                ?? open.FirstOrDefault(run => run.Request.AccountId is null && account.Status == AccountStatus.Active),
            runs.Items is [var newest, ..] ? newest : null);
    }

    private ProfileState StateOf(ProfileRecord profile, List<PerformanceFreshness> freshness)
    {
        PerformanceFreshness[] campaigns =
            [.. freshness.Where(one => Datasets.Find(one.Dataset)?.Grain == DatasetGrain.Campaign)];
        return new ProfileState(
            profile,
            campaigns.Length == 0 ? null : campaigns.Min(one => one.NewestDay),
            YesterdayOf(profile.TimeZone, _now),
            freshness.Count == 0 ? null : freshness.Max(one => one.LoadedAt));
    }

    /// <summary>The newest day that is over, in a time zone.</summary>
    public static DateOnly YesterdayOf(string? timeZone, DateTimeOffset now)
    {
        TimeZoneInfo zone = timeZone is { Length: > 0 }
            && TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out TimeZoneInfo? found)
            ? found
            : TimeZoneInfo.Utc;
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime).AddDays(-1);
    }

    private async Task<Dictionary<ProfileId, List<PerformanceFreshness>>> ReadFreshnessAsync(Account account)
    {
        var found = new Dictionary<ProfileId, List<PerformanceFreshness>>();
        string? after = null;
        do
        {
            ReadPage<PerformanceFreshness> page = await _reader
                .ListFreshnessAsync(account.AccountId, null, new PageRequest(PageRequest.MaxSize, after), context.RequestAborted)
                .ConfigureAwait(false);
            foreach (PerformanceFreshness one in page.Items)
            {
                found.TryAdd(one.ProfileId, []);
                found[one.ProfileId].Add(one);
            }

            after = page.Next;
        }
        while (after is not null);
        return found;
    }
}
