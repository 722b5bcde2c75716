using System.Collections.Concurrent;
using System.Globalization;
using PpcAds.Sdk;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Sinks;

namespace CustomStores;

/// <summary>Entities and reports as JSON lines in a folder. One process at a time has it open.</summary>
public sealed class JsonLinesSink : IEtlSink, IIngestionReader, IDisposable
{
    private readonly string _folder;
    private readonly TimeProvider _time;
    private readonly ISyncLog? _log;
    private readonly FileStream _lock;
    private readonly ConcurrentDictionary<string, Lazy<DatasetFolder>> _datasets = new();
    private readonly ConcurrentDictionary<string, Lazy<EntityFile>> _entities = new();
    private readonly ConcurrentDictionary<LoadId, LoadResult> _loads = new();

    /// <param name="folder">Where to write.</param>
    /// <param name="time">The time.</param>
    /// <param name="log">Where the issues of reports go; nowhere if there is none.</param>
    public JsonLinesSink(JsonLinesFolder folder, TimeProvider time, ISyncLog? log = null)
    {
        (_folder, _time, _log) = (folder.Path, time, log);
        Directory.CreateDirectory(Path.Combine(_folder, "reports"));
        Directory.CreateDirectory(Path.Combine(_folder, "entities"));
        _lock = LockFile.TryTake(Path.Combine(_folder, ".lock"))
            ?? throw new InvalidOperationException($"Another process writes to {_folder}. End it, or choose another folder.");
        foreach (string manifest in Directory.EnumerateFiles(_folder, "manifest.json", SearchOption.AllDirectories))
        {
            foreach (ManifestLoad load in Dataset(Path.GetDirectoryName(manifest)!).Loads)
            {
                _loads[new LoadId(load.Id)] = load.Result;
            }
        }
    }

    public async Task<LoadResult> LoadEntitiesAsync<T>(
        EntityScope scope, IAsyncEnumerable<IReadOnlyList<T>> batches, CancellationToken cancellationToken = default)
        where T : class, IEntityRecord<T>
    {
        var result = new LoadResult();
        await foreach (IReadOnlyList<T> page in batches.WithCancellation(cancellationToken))
        {
            result += await Entities(FileOf(scope.AccountId, T.Table.Name)).MergeAsync(scope, page, _time.GetUtcNow(), cancellationToken);
        }

        return result;
    }

    public Task<ILoadSession> BeginReplaceAsync(LoadScope scope, LoadId id, CancellationToken cancellationToken = default) =>
        Task.FromResult<ILoadSession>(new JsonLinesSession(scope, (merge, token) => CommitAsync(scope, id, merge, token)));

    public Task<LoadResult?> FindLoadAsync(LoadId id, CancellationToken cancellationToken = default) =>
        Task.FromResult(_loads.GetValueOrDefault(id));

    public async Task<IReadOnlyList<StoredEntity<ProfileRecord>>> ReadProfilesAsync(AccountId accountId, CancellationToken cancellationToken = default) =>
        await ReadEntitiesAsync<ProfileRecord>(accountId, cancellationToken);

    public async Task<IReadOnlyList<EntityPresence>> CountPresenceAsync(PresenceQuery query, CancellationToken cancellationToken = default)
    {
        var presence = new List<EntityPresence>();
        string account = Path.GetDirectoryName(FileOf(query.AccountId, ProfileRecord.Table.Name))!;
        foreach (string file in Directory.Exists(account) ? Directory.GetFiles(account, "*.jsonl") : [])
        {
            string table = Path.GetFileNameWithoutExtension(file);
            if (table != ProfileRecord.Table.Name)
            {
                presence.AddRange(Count(table, query, await Entities(file).ReadAsync<EntityState>(cancellationToken)));
            }
        }

        return presence;
    }

    public Task<IReadOnlyList<PerformanceDay>> ListDaysAsync(
        AccountId accountId, ProfileId profileId, string dataset, CancellationToken cancellationToken = default) =>
        Task.FromResult(Dataset(FolderOf(accountId, profileId, dataset)).Days);

    /// <summary>The rows of a dataset.</summary>
    public Task<IReadOnlyList<PerformanceRecord>> ReadRowsAsync(
        AccountId accountId, ProfileId profileId, string dataset, CancellationToken cancellationToken = default) =>
        Dataset(FolderOf(accountId, profileId, dataset)).ReadRowsAsync(cancellationToken);

    /// <summary>The entities of one type.</summary>
    public Task<IReadOnlyList<StoredEntity<T>>> ReadEntitiesAsync<T>(AccountId accountId, CancellationToken cancellationToken = default)
        where T : class, IEntityRecord<T> =>
        Entities(FileOf(accountId, T.Table.Name)).ReadAsync<T>(cancellationToken);

    public void Dispose() => _lock.Dispose();

    private async Task<LoadResult> CommitAsync(LoadScope scope, LoadId id, ReportMerge merge, CancellationToken cancellationToken)
    {
        DatasetFolder dataset = Dataset(FolderOf(scope.AccountId, scope.ProfileId, scope.Dataset.Id));
        MergedReport merged = await dataset.CommitAsync(id, scope, merge, _time.GetUtcNow(), cancellationToken);
        if (merged.Rejection is null)
        {
            _loads[id] = merged.Result;
        }

        if (_log is not null && merged.Issues.Count > 0)
        {
            await _log.AddIssuesAsync(merged.Issues, cancellationToken);
        }

        return merged.Rejection is null ? merged.Result : throw merged.Rejection;
    }

    private static IEnumerable<EntityPresence> Count(string table, PresenceQuery query, IEnumerable<StoredEntity<EntityState>> stored) => stored
        .Where(entity => entity.ProfileId == query.ProfileId && entity.LastSeenAt >= query.ForgottenBefore)
        .Where(entity => !string.Equals(entity.Entity.State, "ARCHIVED", StringComparison.OrdinalIgnoreCase))
        .GroupBy(entity => entity.Entity.AdProduct)
        .Select(group => new EntityPresence
        {
            Table = table,
            AdProduct = group.Key,
            Known = group.Count(),
            Unseen = group.Count(entity => entity.LastSeenAt < query.UnseenBefore),
        });

    private string FolderOf(AccountId account, ProfileId profile, string dataset) =>
        Path.Combine(_folder, "reports", Text(account.Value), Text(profile.Value), dataset);

    private string FileOf(AccountId account, string table) => Path.Combine(_folder, "entities", Text(account.Value), table + ".jsonl");

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private DatasetFolder Dataset(string path) => _datasets.GetOrAdd(path, key => new Lazy<DatasetFolder>(() => DatasetFolder.Open(key))).Value;

    private EntityFile Entities(string path) => _entities.GetOrAdd(path, key => new Lazy<EntityFile>(() => EntityFile.Open(key))).Value;
}
