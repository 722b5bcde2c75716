using Microsoft.Extensions.Time.Testing;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>One set of stores over one fresh place.</summary>
public abstract class StoreUnderTest : IAsyncDisposable
{
    /// <summary>A Sunday at noon.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 15, 12, 0, 0, TimeSpan.Zero));

    public abstract IAccountStore Accounts { get; }

    public abstract ITokenStore Tokens { get; }

    public abstract IEtlSink Sink { get; }

    public abstract IReportJobStore Jobs { get; }

    public abstract ILeaseStore Leases { get; }

    public abstract ISyncLog Log { get; }

    public abstract IRunStore Runs { get; }

    public abstract IPpcAdsReader Reader { get; }

    public abstract IFigureHistory History { get; }

    public abstract IPerformanceTableReader Tables { get; }

    /// <summary>Learnt rates, where they outlive the process.</summary>
    public virtual IRateStore Rates => throw new NotSupportedException("Nothing of this store outlives the process.");

    /// <summary>Another process on the same store keeps a rate.</summary>
    public virtual Task AnotherProcessKeepsAsync(LearnedRate rate) => throw new NotSupportedException("This store has one process.");

    /// <summary>The same data opened once more, as by the next process; <see langword="null"/> where nothing outlives the process.</summary>
    public virtual StoreUnderTest? Reopen() => null;

    /// <summary>Lets leases run out whose clock is the store's own.</summary>
    public abstract Task PassLeaseTimeAsync(TimeSpan time);

    public abstract ValueTask DisposeAsync();
}
