using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Reports;
using Xunit;

namespace PpcAds.Sdk.StoreContracts.Xunit;

/// <summary>What the suites of sinks share.</summary>
public abstract class SinkContract : IAsyncLifetime
{
    private SinkUnderTest? _store;
    private int _loads;

    private protected static DateOnly Day { get; } = new(2026, 3, 1);

    private protected static DateTimeOffset Generated { get; } = new(2026, 3, 15, 10, 0, 0, TimeSpan.Zero);

    private protected static ProfileId Profile { get; } = new(1_001);

    private protected static IReadOnlyList<long> Forty { get; } = [.. Enumerable.Range(1, 40)];

    /// <summary>Gets the sink that the test is about.</summary>
    protected SinkUnderTest Store => _store ?? throw new InvalidOperationException("xunit has not started the test yet.");

    /// <summary>Creates an empty sink.</summary>
    protected abstract Task<SinkUnderTest> CreateAsync();

    /// <inheritdoc/>
    public virtual async Task InitializeAsync() => _store = await CreateAsync();

    /// <inheritdoc/>
    public virtual async Task DisposeAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }
    }

    private protected LoadScope Scope(
        Dataset? dataset = null,
        DateOnly? start = null,
        DateOnly? end = null,
        DateTimeOffset? generatedAt = null,
        AccountId? account = null) => new()
        {
            AccountId = account ?? Store.AccountId,
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

    private protected LoadScope Later(int hours) => Scope(generatedAt: Generated.AddHours(hours));

    private protected LoadId NextId() => new($"load/{Interlocked.Increment(ref _loads)}");

    private protected async Task<LoadResult> LoadAsync(ReportRows rows, LoadScope? scope = null, LoadId? id = null)
    {
        scope ??= Scope();
        await using ILoadSession session = await Store.Sink.BeginReplaceAsync(scope, id ?? NextId());
        await foreach (ReportBatch batch in rows.ReadAsync(scope.Dataset, batchSize: 7))
        {
            await session.WriteAsync(batch);
        }

        return await session.CommitAsync();
    }

    /// <summary>The rows, by day and key.</summary>
    private protected async Task<IReadOnlyList<PerformanceRecord>> RowsAsync(
        Dataset? dataset = null, AccountId? account = null, ProfileId? profile = null) =>
    [
        .. (await Store.ReadRowsAsync(account ?? Store.AccountId, profile ?? Profile, dataset ?? Datasets.SpCampaign))
            .OrderBy(row => row.Date).ThenBy(row => row.EntityKey, StringComparer.Ordinal),
    ];

    private protected async Task<IReadOnlyList<string>> KeysAsync(Dataset? dataset = null, AccountId? account = null) =>
        [.. (await RowsAsync(dataset, account)).Select(row => row.EntityKey)];

    private protected async Task<IReadOnlyList<decimal>> CostsAsync() =>
        [.. (await RowsAsync()).Select(row => row.Metrics[PerformanceMetric.Cost])];

    private protected static async IAsyncEnumerable<IReadOnlyList<T>> Pages<T>(params IReadOnlyList<T>[] pages)
    {
        foreach (IReadOnlyList<T> page in pages)
        {
            await Task.CompletedTask;
            yield return page;
        }
    }

    private protected static CampaignRecord Campaign(long id, string name = "Mugs") => new()
    {
        CampaignId = new CampaignId(id),
        AdProduct = AdProducts.SponsoredProducts,
        Name = name,
        State = "ENABLED",
        Budget = 25.25m,
        StartDate = new DateOnly(2025, 1, 2),
    };
}
