using System.Diagnostics;
using Microsoft.Data.Sqlite;
using PpcAds.Sdk.Chaos.Databases;
using PpcAds.Sdk.Chaos.Kills;

namespace PpcAds.Sdk.Chaos.Faults;

/// <summary>
/// What happens to a host beside crashes: no space for the files of reports, a database that cannot be written, several hosts that start
/// at once on an empty one. Each goes on when the cause is gone, and leaves what an undisturbed worker does.
/// </summary>
internal sealed class ServerFaults(int seed, bool isBusy, int hosts, bool spoolFull, bool readOnly)
{
    private readonly KillWorld _world = KillWorld.Draw(seed);

    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine(_world);
        bool good = true;
        foreach (string database in new[] { "sqlite", "postgresql" })
        {
            Console.WriteLine($"On {database}:");
            good &= await FaultTrial.RunAsync(database, RunAsync, cancellationToken);
        }

        return good;
    }

    private async Task<IReadOnlyList<string>> RunAsync(ChaosDatabase databases, Watchdog watchdog)
    {
        var trial = new FaultTrial(databases, _world, isBusy, FaultTrial.AllStages);
        await trial.LiveUndisturbedAsync(watchdog.Token);
        if (spoolFull)
        {
            await FillSpoolAsync(trial, watchdog);
        }

        if (readOnly && databases.Kind == "sqlite")
        {
            await ForbidWritingAsync(trial, watchdog);
        }

        if (hosts > 1)
        {
            await StartAtOnceAsync(trial, watchdog);
        }

        return trial.Wrong;
    }

    /// <summary>The folder for reports is a disk of its own that is full until the first load failed.</summary>
    private static async Task FillSpoolAsync(FaultTrial trial, Watchdog watchdog)
    {
        string folder = trial.Databases.CreateFolder();
        if (!await TryRunAsync("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder))
        {
            Console.WriteLine("A full disk for reports: skipped, since this user may not mount one.");
            return;
        }

        try
        {
            string filler = Path.Combine(folder, "filler");
            await TryRunAsync("dd", "if=/dev/zero", $"of={filler}", "bs=4096", "count=1000");
            await using Life life = await trial.BeginAsync(1, watchdog.Token);
            await RunAsync(
                trial,
                life,
                told => told with { SpoolFolder = folder },
                async point =>
                {
                    if (point == FaultTrial.Begun && File.Exists(filler) && (await trial.Databases.QueryAsync(
                        life.Connection, "SELECT job_id FROM ppc_report_jobs WHERE error LIKE '%No space left%'")).Count > 0)
                    {
                        Console.WriteLine("A load failed: no space left. Now there is some.");
                        File.Delete(filler);
                    }
                },
                watchdog);
            if (File.Exists(filler))
            {
                trial.Wrong.Add("A full disk for reports: nothing failed by it");
            }

            int left = Directory.GetFiles(folder).Length;
            if (left > 0)
            {
                trial.Wrong.Add($"A full disk for reports: {left} files were left there");
            }

            await trial.CompareAsync("A full disk for reports", life);
        }
        finally
        {
            await TryRunAsync("umount", folder);
        }
    }

    /// <summary>After its first load a worker ends; the next may not write the file, and the one after that may.</summary>
    private static async Task ForbidWritingAsync(FaultTrial trial, Watchdog watchdog)
    {
        await using Life life = await trial.BeginAsync(1, watchdog.Token);
        await life.CreateWorker(Stage.Sync).RunAsync(
            point => ValueTask.FromResult(point == FaultTrial.Committed), null, watchdog.Token);
        await life.NoteDeathAsync();
        IReadOnlyList<IReadOnlyList<string>> before = await life.DumpAsync();
        string only = new SqliteConnectionStringBuilder(life.Connection) { Mode = SqliteOpenMode.ReadOnly }.ConnectionString;
        (int? exit, string error) = await life.CreateWorker(Stage.Sync, told => told with { Connection = only }).RunAsync(
            _ =>
            {
                watchdog.Note();
                return ValueTask.FromResult(false);
            },
            null,
            watchdog.Token);
        bool isTold = error.Contains("readonly", StringComparison.OrdinalIgnoreCase) || error.Contains("read-only", StringComparison.OrdinalIgnoreCase);
        Console.WriteLine($"A database that cannot be written: the worker ended with {exit}{(isTold ? ", and said why" : "")}.");
        if (exit is null or 0 || !isTold || !before.SelectMany(rows => rows).SequenceEqual((await life.DumpAsync()).SelectMany(rows => rows)))
        {
            trial.Wrong.Add($"A database that cannot be written: exit {exit}, or not told, or rows changed: {error}");
        }

        await RunAsync(trial, life, told => told, _ => Task.CompletedTask, watchdog);
        await trial.CompareAsync("A database that could not be written", life);
    }

    private static async Task RunAsync(
        FaultTrial trial, Life life, Func<WorkerArguments, WorkerArguments> change, Func<string, Task> passed, Watchdog watchdog)
    {
        foreach (Stage stage in trial.Stages)
        {
            life.Prepare(stage);
            (int? exit, string error) = await life.CreateWorker(stage, change).RunAsync(
                async point =>
                {
                    watchdog.Note();
                    await passed(point);
                    return false;
                },
                null,
                watchdog.Token);
            if (exit != 0)
            {
                life.Errors.Add(error);
            }
        }
    }

    /// <summary>All wait until the last one is about to make the tables.</summary>
    private async Task StartAtOnceAsync(FaultTrial trial, Watchdog watchdog)
    {
        await using Life life = await trial.BeginAsync(hosts, watchdog.Token);
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int waiting = 0;
        foreach (Stage stage in trial.Stages)
        {
            life.Prepare(stage);
            (int? Exit, string Error)[] ends = await Task.WhenAll(Enumerable.Range(0, hosts).Select(_ => life.CreateWorker(stage).RunAsync(
                async point =>
                {
                    watchdog.Note();
                    if (point == "before migration" && !ready.Task.IsCompleted)
                    {
                        if (Interlocked.Increment(ref waiting) == hosts)
                        {
                            ready.SetResult();
                        }

                        await ready.Task;
                    }

                    return false;
                },
                null,
                watchdog.Token)));
            life.Errors.AddRange(ends.Where(end => end.Exit != 0).Select(end => end.Error));
        }

        await trial.CompareAsync($"{hosts} hosts that started at once", life);
    }

    private static async Task<bool> TryRunAsync(string tool, params string[] arguments)
    {
        try
        {
            var info = new ProcessStartInfo(tool, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
            using Process process = Process.Start(info)!;
            await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no such tool.
            return false;
        }
    }
}
