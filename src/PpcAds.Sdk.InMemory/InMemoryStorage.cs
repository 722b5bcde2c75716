using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.InMemory.Accounts;
using PpcAds.Sdk.InMemory.Ingestion;
using PpcAds.Sdk.InMemory.Loading;
using PpcAds.Sdk.InMemory.Reading;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.InMemory;

/// <summary>
/// All that the SDK stores, in this process's memory: the same rules as in a database, gone when the process ends.
/// </summary>
public sealed class InMemoryStorage
{
    /// <summary>Makes an empty storage.</summary>
    /// <param name="timeProvider">The time; <see langword="null"/> for the system's.</param>
    public InMemoryStorage(TimeProvider? timeProvider = null)
    {
        timeProvider ??= TimeProvider.System;
        var state = new InMemoryState();
        Accounts = new InMemoryAccountStore(state, timeProvider);
        Sink = new InMemoryEtlSink(state, timeProvider);
        Jobs = new InMemoryReportJobStore(state, timeProvider);
        Leases = new InMemoryLeaseStore(state, timeProvider);
        Log = new InMemorySyncLog(state);
        Runs = new InMemoryRunStore(state);
        Reader = new InMemoryReader(state);
        Tables = new InMemoryTableReader(state, Reader);
        History = new InMemoryFigureHistory(state);
    }

    /// <summary>The accounts.</summary>
    public IAccountStore Accounts { get; }

    /// <summary>Where entities and performance records go.</summary>
    public IEtlSink Sink { get; }

    /// <summary>The report jobs.</summary>
    public IReportJobStore Jobs { get; }

    /// <summary>Leases of work that one at a time does.</summary>
    public ILeaseStore Leases { get; }

    /// <summary>Runs and issues.</summary>
    public ISyncLog Log { get; }

    /// <summary>The requested syncs.</summary>
    public IRunStore Runs { get; }

    /// <summary>Reads what was loaded.</summary>
    public IPpcAdsReader Reader { get; }

    /// <summary>Gets the reader of tables.</summary>
    public IPerformanceTableReader Tables { get; }

    /// <summary>Gets the reader of what was known of figures at an instant.</summary>
    public IFigureHistory History { get; }
}
