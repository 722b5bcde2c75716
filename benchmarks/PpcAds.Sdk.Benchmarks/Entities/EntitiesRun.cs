using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PpcAds.Sdk.Benchmarks.Databases;
using PpcAds.Sdk.Benchmarks.Measuring;
using PpcAds.Sdk.Benchmarks.Output;
using PpcAds.Sdk.Benchmarks.Syncing;

namespace PpcAds.Sdk.Benchmarks.Entities;

/// <summary>
/// The lists of a large account, synced twice into each database: a page may not cost more the more is stored, and lists that
/// did not change write nothing.
/// </summary>
internal sealed class EntitiesRun(ListedAccount account, int rounds, string folder)
{
    /// <summary>Twenty pages.</summary>
    public const long FewestRows = 20_000;

    /// <summary>
    /// The managed heap that .NET allows itself in a container of 250 MB: 75 percent. Without a limit it lets garbage lie as the
    /// processor's cache is large, which is up to 130 MB of it on a server.
    /// </summary>
    private const long HeapBytes = 187_500_000;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private readonly DatabaseSyncs _postgreSql = new("PostgreSQL");
    private readonly DatabaseSyncs _sqlite = new("SQLite");

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        long began = Stopwatch.GetTimestamp();
        (long campaigns, long adGroups) = (account.CountOf(ListKind.Campaigns), account.CountOf(ListKind.AdGroups));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{campaigns:N0} campaigns, {adGroups:N0} ad groups, {account.Rows:N0} keywords, {account.Rows:N0} targets"
            + $"{(account.IsScattered ? ", scattered ids" : "")}"));
        await using (SimulatorProcess lists = await SimulatorProcess.StartAsync(ListServerCommand.Role, "", cancellationToken))
        await using (FreshDatabases databases = await FreshDatabases.StartAsync(cancellationToken))
        {
            for (int round = 1; round <= rounds; round++)
            {
                double passed = Stopwatch.GetElapsedTime(began).TotalSeconds;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Round {round} of {rounds}, {passed:0} s"));
                await RunRoundAsync(databases, lists.Address, round, cancellationToken);
            }
        }

        var report = new Report
        {
            Mode = "entities",
            Conditions = ReportWriter.Conditions(
                PostgreSqlServer.Settings + ", autovacuum = off; managed heap of the client at most 187.5 MB, as in a container of 250 MB"),
            TotalSeconds = Stopwatch.GetElapsedTime(began).TotalSeconds,
            Entries = [.. _postgreSql.Entries, .. _sqlite.Entries],
            Bounds = Judge(),
            Differences = [.. _postgreSql.Differences, .. _sqlite.Differences],
        };
        return await ReportWriter.WriteAsync(report, folder, cancellationToken);
    }

    private async Task RunRoundAsync(
        FreshDatabases databases, SimulatorAddress lists, int round, CancellationToken cancellationToken)
    {
        Func<Task>[] both =
        [
            async () =>
            {
                string name = $"entities_{round}";
                string connection = await databases.CreatePostgreSqlAsync(name, cancellationToken);
                await databases.Server.CheckpointAsync(cancellationToken);
                EntitySyncRequest request = RequestFor(isSqlite: false, connection, databases.WarmPostgreSql, lists);
                await SyncAsync(_postgreSql, request, cancellationToken);
                await databases.Server.DropAsync(name, cancellationToken);
            },
            async () =>
            {
                string file = databases.CreateSqlite();
                EntitySyncRequest request = RequestFor(isSqlite: true, file, databases.WarmSqlite, lists);
                await SyncAsync(_sqlite, request, cancellationToken);
                FreshDatabases.DeleteSqlite(file);
            },
        ];
        foreach (Func<Task> syncAsync in round % 2 == 0 ? both.Reverse() : both)
        {
            await syncAsync();
        }
    }

    private EntitySyncRequest RequestFor(bool isSqlite, string database, string warmDatabase, SimulatorAddress lists) => new()
    {
        IsSqlite = isSqlite,
        Database = database,
        WarmDatabase = warmDatabase,
        Lists = lists,
        Account = account,
    };

    private static async Task SyncAsync(DatabaseSyncs syncs, EntitySyncRequest request, CancellationToken cancellationToken)
    {
        string input = JsonSerializer.Serialize(request, EntitiesJsonContext.Default.EntitySyncRequest);
        string output = await ChildProcess.RunAsync(EntitySyncCommand.Role, input, HeapBytes, Longest, cancellationToken);
        syncs.Add(JsonSerializer.Deserialize(output, EntitiesJsonContext.Default.EntitySyncOutcome)!);
    }

    private IReadOnlyList<Bound> Judge() =>
    [
        .. _postgreSql.Judge(),
        .. _sqlite.Judge(),
        Bound.AtMost("SQLite, time of the first sync against PostgreSQL", _sqlite.First.Seconds / _postgreSql.First.Seconds, 3),
    ];
}
