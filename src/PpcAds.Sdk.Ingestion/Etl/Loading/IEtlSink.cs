using PpcAds.Sdk.Leases;

namespace PpcAds.Sdk.Etl;

/// <summary>
/// Where entities and performance records go. Implement it to load into a store of your own; the contract tests of this
/// repository say what each method must keep. Safe for concurrent use.
/// </summary>
public interface IEtlSink
{
    /// <summary>Inserts entities and updates those that changed. Never deletes: a list is no snapshot. Idempotent.</summary>
    /// <typeparam name="T">
    /// Such as <see cref="CampaignRecord"/>; its <see cref="IEntityRecord{TSelf}.Table"/> says what there is to store.
    /// </typeparam>
    /// <param name="scope">Whose entities they are.</param>
    /// <param name="batches">The entities, in pages. Each page is committed by itself.</param>
    /// <param name="cancellationToken">Ends the load after the pages that were committed.</param>
    /// <exception cref="NotSupportedException">The sink has no place for such entities.</exception>
    /// <exception cref="LeaseLostException">
    /// The account was purged. Only a sink that shares a database with the accounts sees that.
    /// </exception>
    Task<LoadResult> LoadEntitiesAsync<T>(
        EntityScope scope, IAsyncEnumerable<IReadOnlyList<T>> batches, CancellationToken cancellationToken = default)
        where T : class, IEntityRecord<T>;

    /// <summary>
    /// Begins the load of one report. Nothing is visible to readers before <see cref="ILoadSession.CommitAsync"/>.
    /// </summary>
    Task<ILoadSession> BeginReplaceAsync(LoadScope scope, LoadId id, CancellationToken cancellationToken = default);

    /// <summary>What a load did that was committed; <see langword="null"/> when it never was.</summary>
    Task<LoadResult?> FindLoadAsync(LoadId id, CancellationToken cancellationToken = default);
}
