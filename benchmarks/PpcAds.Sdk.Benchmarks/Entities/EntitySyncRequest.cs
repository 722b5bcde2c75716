using PpcAds.Sdk.Benchmarks.Syncing;

namespace PpcAds.Sdk.Benchmarks.Entities;

/// <summary>What a child process is to sync.</summary>
internal sealed record EntitySyncRequest
{
    /// <summary>
    /// Whether <see cref="Database"/> is a SQLite file; else it is the connection string of a PostgreSQL database.
    /// </summary>
    public required bool IsSqlite { get; init; }

    /// <summary>A fresh database, with tables.</summary>
    public required string Database { get; init; }

    /// <summary>Another, for a small account that is synced before the clock starts.</summary>
    public required string WarmDatabase { get; init; }

    /// <summary>Where the lists are.</summary>
    public required SimulatorAddress Lists { get; init; }

    /// <summary>The account that is synced.</summary>
    public required ListedAccount Account { get; init; }
}
