using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>What the suites about loading share.</summary>
public abstract class LoadContract : StoreContract
{
    protected static readonly DateOnly Day = new(2026, 3, 1);

    protected static readonly DateTimeOffset Generated = new(2026, 3, 15, 10, 0, 0, TimeSpan.Zero);

    private int _loads;

    protected LoadScope Scope(
        Dataset? dataset = null, DateOnly? start = null, DateOnly? end = null, DateTimeOffset? generatedAt = null, AccountId? account = null) => new()
        {
            AccountId = account ?? Account,
            ProfileId = Profile,
            Dataset = dataset ?? Datasets.SpCampaign,
            StartDate = start ?? Day,
            EndDate = end ?? start ?? Day.AddDays(1),
            ReportId = "00000000-0000-4000-8000-000000000001",
            GeneratedAt = generatedAt ?? Generated,
            RetentionStart = new DateOnly(2025, 12, 10),
            CurrencyCode = "USD",
            AttributionDays = 7,
        };

    protected async Task<LoadResult> LoadAsync(Rows rows, LoadScope? scope = null, LoadId? id = null)
    {
        scope ??= Scope();
        await using ILoadSession session = await Store.Sink.BeginReplaceAsync(scope, id ?? new LoadId($"load/{++_loads}"));
        await foreach (ReportBatch batch in rows.ReadAsync(scope.Dataset))
        {
            await session.WriteAsync(batch);
        }

        return await session.CommitAsync();
    }

    protected async Task<IReadOnlyList<PerformanceRecord>> RecordsAsync(Dataset? dataset = null, AccountId? account = null)
    {
        ReadPage<PerformanceRecord> page = await Store.Reader.ListPerformanceAsync(
            new PerformanceQuery(account ?? Account, (dataset ?? Datasets.SpCampaign).Id), new PageRequest(1000));
        return page.Items;
    }

    protected Task<IReadOnlyList<PerformanceDay>> DaysAsync(Dataset? dataset = null) =>
        Store.Reader.ListDaysAsync(Account, Profile, (dataset ?? Datasets.SpCampaign).Id);

    protected async Task<PerformanceSummary?> CampaignAsync(long campaignId) =>
        (await Store.Reader.ListCampaignsAsync(new EntityQuery(Account) { CampaignId = new CampaignId(campaignId) })).Items.Single().Performance;

    protected async Task<IReadOnlyList<SyncIssue>> IssuesAsync() => await Store.Log.ListIssuesAsync(Account, Profile, 1000);

    protected static async IAsyncEnumerable<IReadOnlyList<T>> Pages<T>(params IReadOnlyList<T>[] pages)
    {
        foreach (IReadOnlyList<T> page in pages)
        {
            await Task.CompletedTask;
            yield return page;
        }
    }

    protected static CampaignRecord Campaign(long id, string name = "Mugs") => new()
    {
        CampaignId = new CampaignId(id),
        AdProduct = AdProducts.SponsoredProducts,
        Name = name,
        State = "ENABLED",
        Budget = 25.25m,
        StartDate = new DateOnly(2025, 1, 2),
    };
}
