using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.InMemory.Ingestion;
using PpcAds.Sdk.InMemory.Loading;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.InMemory;

/// <summary>The tables. Readers and writers hold <see cref="Gate"/>.</summary>
internal sealed class InMemoryState
{
    public Lock Gate { get; } = new();

    public Dictionary<AccountId, Account> Accounts { get; } = [];

    /// <summary>By type, account, profile, id and ad product.</summary>
    public Dictionary<(Type Type, AccountId Account, ProfileId Profile, long Id, string? AdProduct), StoredEntity<IEntityRecord>> Entities
    {
        get;
    } = [];

    /// <summary>
    /// The tables of a profile's entities that lists or exports have filled, and how to read their states, by type.
    /// </summary>
    public Dictionary<Type, (EntityTable Table, Func<IEntityRecord, string?> StateOf)> EntityTypes { get; } = [];

    public Dictionary<RecordKey, PerformanceRecord> Records { get; } = [];

    public Dictionary<(AccountId Account, ProfileId Profile, string Dataset), SortedDictionary<DateOnly, PerformanceDay>> Days
    {
        get;
    } = [];

    public Dictionary<(AccountId Account, ProfileId Profile, string Dataset), ScopeHistory> History { get; } = [];

    public Dictionary<LoadId, (AccountId Account, DateTimeOffset At, LoadResult Result)> Loads { get; } = [];

    public Dictionary<long, JobEntry> Jobs { get; } = [];

    public Dictionary<(AccountId Account, ProfileId Profile, string Dataset), DatasetRefusal> Refusals { get; } = [];

    public Dictionary<string, (long Epoch, DateTimeOffset? Until)> Leases { get; } = [];

    public List<SyncRun> Runs { get; } = [];

    public List<QueuedRun> QueuedRuns { get; } = [];

    public List<SyncIssue> Issues { get; } = [];

    public long LastNumber { get; set; }
}
