using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.StoreContracts.Xunit;

/// <summary>A sink over data of its own, and ways to read what it stored. Implement it for your sink.</summary>
public abstract class SinkUnderTest : IAsyncDisposable
{
    /// <summary>Gets the sink.</summary>
    public abstract IEtlSink Sink { get; }

    /// <summary>Gets the reader of the sink's data that an ingestion uses.</summary>
    public abstract IIngestionReader Reader { get; }

    /// <summary>Gets an account that data can be loaded for. The default needs no account to exist.</summary>
    public virtual AccountId AccountId => new(1);

    /// <summary>Gets another account that data can be loaded for.</summary>
    public virtual AccountId OtherAccountId => new(2);

    /// <summary>Reads the stored rows of a dataset in any order.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="profileId">The profile.</param>
    /// <param name="dataset">The dataset.</param>
    public abstract Task<IReadOnlyList<PerformanceRecord>> ReadRowsAsync(
        AccountId accountId, ProfileId profileId, Dataset dataset);

    /// <summary>Reads the stored entities of one type in any order.</summary>
    /// <typeparam name="T">The type of the entities.</typeparam>
    /// <param name="accountId">The account.</param>
    /// <param name="profileId">The profile.</param>
    public abstract Task<IReadOnlyList<StoredEntity<T>>> ReadEntitiesAsync<T>(AccountId accountId, ProfileId profileId)
        where T : class, IEntityRecord<T>;

    /// <summary>Moves the clock of the sink on, if the test controls it. The default does nothing.</summary>
    /// <param name="time">The time that passes.</param>
    public virtual void Advance(TimeSpan time)
    {
    }

    /// <summary>Opens the same data once more, as the next process would. The test does not use this instance any more.</summary>
    /// <returns>The other sink, or <see langword="null"/> if nothing outlives the process.</returns>
    public virtual Task<SinkUnderTest?> ReopenAsync() => Task.FromResult<SinkUnderTest?>(null);

    /// <summary>Closes the sink and deletes its data.</summary>
    public abstract ValueTask DisposeAsync();
}
