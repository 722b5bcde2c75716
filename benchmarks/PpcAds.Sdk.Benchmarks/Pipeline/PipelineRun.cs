using System.Diagnostics;
using System.Globalization;
using PpcAds.Sdk.Benchmarks.Databases;
using PpcAds.Sdk.Benchmarks.Input;
using PpcAds.Sdk.Benchmarks.Measuring;
using PpcAds.Sdk.Benchmarks.Output;

namespace PpcAds.Sdk.Benchmarks.Pipeline;

/// <summary>
/// All techniques in interleaved rounds, so that a machine that slows down slows all of them. Every other round goes backwards. A part that
/// would not end within the budget is left out of the later rounds; the table says how many runs each line has.
/// </summary>
internal sealed class PipelineRun(
    long rows, bool isSparse, int seed, int rounds, TimeSpan budget, string[] chosen, string folder)
{
    public static readonly string[] Parts = ["read", "load", "limit", "few", "sqlite", "others"];

    private const long MostSmallRows = 100_000;
    private const long FoundRows = 5_000;
    private const double SlowestSeconds = 60;

    // Far beyond what a load takes: one that takes it has gone wrong, and the others are still to be measured.
    private const double LongestLoadSeconds = 120;
    private static readonly string[] Groups = [Names.Reading, Names.PostgreSql, Names.Sqlite, Names.Small];
    private static readonly int[] BufferSizes = [64 << 10, 256 << 10, 1 << 20, 4 << 20];

    private readonly Laboratory _laboratory = new();
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly Dictionary<string, TimeSpan> _partTook = [];
    private FreshDatabases? _databases;
    private int _bestBuffer;
    private int _numberOfDatabases;

    private long SmallRows => Math.Min(rows, MostSmallRows);

    private FreshDatabases Databases => _databases!;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Making {rows:N0} {(isSparse ? "sparse" : "dense")} rows (seed {seed}), unless they are there from an earlier run"));
        foreach (long count in (long[])[rows, SmallRows, Techniques.Technique.WarmRows])
        {
            var files = new InputFiles(count, seed, isSparse);
            await files.MakeAsync(cancellationToken);
            await files.MakeFactsAsync(cancellationToken);
        }

        await using (_databases = await FreshDatabases.StartAsync(cancellationToken))
        {
            if (chosen.Contains("read"))
            {
                await FindBestBufferAsync(cancellationToken);
            }

            for (int round = 1; round <= rounds; round++)
            {
                await RunRoundAsync(round, cancellationToken);
            }
        }

        var report = new Report
        {
            Mode = isSparse ? "pipeline-sparse" : "pipeline",
            Conditions = ReportWriter.Conditions(PostgreSqlServer.Settings + ", autovacuum = off"),
            TotalSeconds = Stopwatch.GetElapsedTime(_began).TotalSeconds,
            Entries = [.. _laboratory.All.OrderBy(series => OrderOf(series.Group)).Select(ReportEntry.Of)],
            Bounds = new PipelineBounds(
                _laboratory, ReportSource.Of(rows, seed, isSparse).CountRestated(rows), isSparse).Judge(),
            Differences = [.. _laboratory.Differences],
        };
        return await ReportWriter.WriteAsync(report, folder, cancellationToken);
    }

    private async Task RunRoundAsync(int round, CancellationToken cancellationToken)
    {
        Console.WriteLine($"Round {round} of {rounds}, {Stopwatch.GetElapsedTime(_began).TotalSeconds:0} s");
        // If time is short, the later rounds leave out what has the widest margins.
        (string Name, Func<CancellationToken, Task> RunAsync)[] first = [("read", ReadAsync), ("load", LoadAsync), ("limit", ReachLimitAsync)];
        (string Name, Func<CancellationToken, Task> RunAsync)[] then = [("few", LoadFewAsync), ("sqlite", LoadSqliteAsync)];
        if (round % 2 == 0)
        {
            Array.Reverse(first);
            Array.Reverse(then);
        }

        List<(string Name, Func<CancellationToken, Task> RunAsync)> parts = [.. first, .. then];
        if (round == 1)
        {
            parts.Add(("others", LoadOtherwiseAsync));
        }

        foreach ((string name, Func<CancellationToken, Task> runAsync) in parts.Where(part => chosen.Contains(part.Name)))
        {
            if (_partTook.TryGetValue(name, out TimeSpan took) && Stopwatch.GetElapsedTime(_began) + took > budget)
            {
                Console.WriteLine($"  {name}: left out, it would not end within {budget.TotalSeconds:0} s");
                continue;
            }

            long began = Stopwatch.GetTimestamp();
            await runAsync(cancellationToken);
            _partTook[name] = Stopwatch.GetElapsedTime(began);
        }
    }

    private async Task FindBestBufferAsync(CancellationToken cancellationToken)
    {
        double best = double.MaxValue;
        foreach (int size in BufferSizes)
        {
            // The same child as later, on few rows.
            RunRequest request = Request(TechniqueNames.SerializerRead, SmallRows) with { BufferSize = size };
            RunOutcome outcome = await ChildProcess.RunAsync(request, cancellationToken);
            if (outcome.Seconds < best)
            {
                (best, _bestBuffer) = (outcome.Seconds, size);
            }
        }

        Console.WriteLine($"Best buffer of the serializer: {_bestBuffer >> 10} KB");
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await RunAsync(Names.Reading, Names.SdkRead, Request(TechniqueNames.SdkRead, rows), cancellationToken);
        RunRequest serializer = Request(TechniqueNames.SerializerRead, rows);
        await RunAsync(Names.Reading, Names.SerializerBest, serializer with { BufferSize = _bestBuffer }, cancellationToken);
        await RunAsync(Names.Reading, Names.SerializerDefault, serializer, cancellationToken);
        await RunAsync(Names.Reading, Names.Document, Request(TechniqueNames.DocumentRead, SmallRows), cancellationToken);
    }

    private Task LoadAsync(CancellationToken cancellationToken) => InDatabaseAsync(
        async (name, connection) =>
        {
            RunRequest request = Request(TechniqueNames.SdkPostgreSql, rows) with { Database = connection };
            if (await RunAsync(Names.PostgreSql, Names.FirstLoad, request, cancellationToken) is not { IsFinished: true })
            {
                return;
            }

            await Databases.Server.SettleAsync(name, cancellationToken);
            await RunAsync(Names.PostgreSql, Names.IdenticalReload, request with { Report = 2 }, cancellationToken);
            await Databases.Server.SettleAsync(name, cancellationToken);
            await RunAsync(Names.PostgreSql, Names.RestatedReload, request with { Report = 3, Restated = rows }, cancellationToken);
        },
        cancellationToken);

    private async Task ReachLimitAsync(CancellationToken cancellationToken)
    {
        await InDatabaseAsync(
            (_, connection) =>
            {
                RunRequest copy = Request(TechniqueNames.OwnCopy, rows) with { Database = connection };
                return RunAsync(Names.PostgreSql, Names.OwnCopy, copy, cancellationToken);
            },
            cancellationToken);
        await InDatabaseAsync(
            async (name, connection) =>
            {
                RunRequest copy = Request(TechniqueNames.WideCopy, rows) with { Database = connection };
                await RunAsync(Names.PostgreSql, Names.WideCopy, copy, cancellationToken);
                await Databases.Server.SettleAsync(name, cancellationToken);
                RunRequest upsert = Request(TechniqueNames.BlindUpsert, rows) with { Database = connection };
                await RunAsync(Names.PostgreSql, Names.BlindUpsert, upsert, cancellationToken);
            },
            cancellationToken);
    }

    private Task LoadFewAsync(CancellationToken cancellationToken) => InDatabaseAsync(
        async (name, connection) =>
        {
            RunRequest request = Request(TechniqueNames.SdkPostgreSql, SmallRows) with { Database = connection };
            if (await RunAsync(Names.Small, Names.SmallFirst, request, cancellationToken) is not { IsFinished: true })
            {
                return;
            }

            await Databases.Server.SettleAsync(name, cancellationToken);
            await RunAsync(Names.Small, Names.SmallRestated, request with { Report = 2, Restated = SmallRows }, cancellationToken);
        },
        cancellationToken);

    private async Task LoadSqliteAsync(CancellationToken cancellationToken)
    {
        (string Name, string Technique)[] both =
            [(Names.SqliteLoad, TechniqueNames.SdkSqlite), (Names.SqliteInsert, TechniqueNames.PreparedInsert)];
        foreach ((string name, string technique) in both)
        {
            string file = Databases.CreateSqlite();
            RunRequest request = Request(technique, rows) with { Database = file, WarmDatabase = Databases.WarmSqlite };
            await RunAsync(Names.Sqlite, name, request, cancellationToken);
            FreshDatabases.DeleteSqlite(file);
        }
    }

    /// <summary>Once: these are slower by factors that noise does not hide.</summary>
    private async Task LoadOtherwiseAsync(CancellationToken cancellationToken)
    {
        await InDatabaseAsync(
            async (name, connection) =>
            {
                RunRequest request = Request(TechniqueNames.EfSave, SmallRows) with { Database = connection };
                RunOutcome saved = await RunAsync(Names.Small, Names.EfSave, request, cancellationToken);
                if (saved.IsFinished)
                {
                    await Databases.Server.SettleAsync(name, cancellationToken);
                    RunRequest find = Request(TechniqueNames.EfFind, SmallRows) with
                    {
                        Database = connection,
                        Restated = Math.Min(FoundRows, SmallRows),
                        LimitSeconds = SlowestSeconds,
                    };
                    await RunAsync(Names.Small, Names.EfFind, find, cancellationToken);
                }
            },
            cancellationToken);
        await InDatabaseAsync(
            (_, connection) => RunAsync(
                Names.Small,
                Names.Linq2Db,
                Request(TechniqueNames.Linq2Db, SmallRows) with { Database = connection, LimitSeconds = SlowestSeconds },
                cancellationToken),
            cancellationToken);
    }

    private async Task InDatabaseAsync(Func<string, string, Task> runAsync, CancellationToken cancellationToken)
    {
        string name = $"run_{++_numberOfDatabases}";
        string connection = await Databases.CreatePostgreSqlAsync(name, cancellationToken);
        await runAsync(name, connection);
        await Databases.Server.DropAsync(name, cancellationToken);
        await Databases.Server.CheckpointAsync(cancellationToken);
    }

    private RunRequest Request(string technique, long count) => new()
    {
        Technique = technique,
        Rows = count,
        Seed = seed,
        IsSparse = isSparse,
        WarmDatabase = Databases.WarmPostgreSql,
        LimitSeconds = LongestLoadSeconds,
    };

    private Task<RunOutcome> RunAsync(string group, string name, RunRequest request, CancellationToken cancellationToken) =>
        _laboratory.RunAsync(group, name, request, cancellationToken);

    private static int OrderOf(string group) => Array.IndexOf(Groups, group);
}
