using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.StoreContracts;

namespace PpcAds.Sdk.InMemory.Tests;

internal sealed class InMemoryStoreUnderTest : StoreUnderTest
{
    private readonly InMemoryStorage _storage;

    public InMemoryStoreUnderTest() => _storage = new InMemoryStorage(Time);

    public override IAccountStore Accounts => _storage.Accounts;

    public override ITokenStore Tokens { get; } = new InMemoryTokenStore();

    public override IEtlSink Sink => _storage.Sink;

    public override IReportJobStore Jobs => _storage.Jobs;

    public override ILeaseStore Leases => _storage.Leases;

    public override ISyncLog Log => _storage.Log;

    public override IRunStore Runs => _storage.Runs;

    public override IPpcAdsReader Reader => _storage.Reader;

    public override IFigureHistory History => _storage.History;

    public override IPerformanceTableReader Tables => _storage.Tables;

    public override Task PassLeaseTimeAsync(TimeSpan time)
    {
        Time.Advance(time);
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
