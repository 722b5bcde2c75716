using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Benchmarks.Measuring;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Benchmarks.Entities;

/// <summary>The child's side: warms up, syncs the account twice, checks what is stored, prints one line of JSON.</summary>
internal static class EntitySyncCommand
{
    public const string Role = "entity-sync";

    private const long WarmRows = 10_000;
    private const int WarmSyncs = 3;

    public static async Task<int> RunAsync(string input, CancellationToken cancellationToken)
    {
        EntitySyncRequest request = JsonSerializer.Deserialize(input, EntitiesJsonContext.Default.EntitySyncRequest)!;
        await WarmUpAsync(request, cancellationToken);
        ListedAccount account = request.Account;
        await using var sync = new ListSync(request.Lists, account, builder => Use(builder, request.IsSqlite, request.Database));
        await sync.PrepareAsync(cancellationToken);
        await Settling.WaitAsync(cancellationToken);
        await using StoredEntities stored = request.IsSqlite
            ? await SqliteEntities.OpenAsync(request.Database, cancellationToken)
            : await PostgreSqlEntities.OpenAsync(request.Database, cancellationToken);

        (RunOutcome first, LoadResult came) = await MeasureAsync(sync, account, cancellationToken);
        IReadOnlyList<double> pages = sync.Pages.Intervals;
        string? difference = await stored.CompareAsync(account, cancellationToken) ?? Compare(came.Inserted, account, "inserted");
        await stored.CountWritesAsync(cancellationToken);
        (RunOutcome second, LoadResult again) = await MeasureAsync(sync, account, cancellationToken);
        second = second with { Written = await stored.ReadWritesAsync(cancellationToken) };
        string? later = await stored.CompareAsync(account, cancellationToken) ?? Compare(again.Unchanged, account, "unchanged")
            ?? (await stored.IsCountingAsync(cancellationToken) ? null : "a row that was written was not counted");
        var outcome = new EntitySyncOutcome
        {
            First = first with { Written = account.Entities, Difference = difference },
            Second = second with { Difference = later },
            PageSeconds = pages,
        };
        Console.WriteLine(JsonSerializer.Serialize(outcome, EntitiesJsonContext.Default.EntitySyncOutcome));
        return 0;
    }

    /// <summary>A small account, some times over: a service is warm as well.</summary>
    private static async Task WarmUpAsync(EntitySyncRequest request, CancellationToken cancellationToken)
    {
        await using var warm = new ListSync(
            request.Lists,
            request.Account with { Rows = WarmRows },
            builder => Use(builder, request.IsSqlite, request.WarmDatabase));
        for (int i = 0; i < WarmSyncs; i++)
        {
            // Another account each time, so that there is something to insert.
            await warm.PrepareAsync(cancellationToken);
            await warm.RunAsync(cancellationToken);
            await warm.RunAsync(cancellationToken);
        }
    }

    private static void Use(IPpcAdsBuilder builder, bool isSqlite, string database)
    {
        if (isSqlite)
        {
            builder.UseSqlite($"Data Source={database}");
        }
        else
        {
            builder.UsePostgreSql(database);
        }
    }

    private static async Task<(RunOutcome Outcome, LoadResult Result)> MeasureAsync(
        ListSync sync, ListedAccount account, CancellationToken cancellationToken)
    {
        sync.Pages.Clear();
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long began = Stopwatch.GetTimestamp();
        LoadResult result = await sync.RunAsync(cancellationToken);
        var outcome = new RunOutcome
        {
            Technique = Role,
            Seconds = Stopwatch.GetElapsedTime(began).TotalSeconds,
            ProcessorSeconds = (Environment.CpuUsage.TotalTime - processor).TotalSeconds,
            Rows = account.Entities,
            PeakKb = PeakMemory.ReadKb(),
        };
        return (outcome, result);
    }

    private static string? Compare(long entities, ListedAccount account, string what) =>
        entities == account.Entities ? null : $"the SDK says {entities} {what} instead of {account.Entities}";
}
