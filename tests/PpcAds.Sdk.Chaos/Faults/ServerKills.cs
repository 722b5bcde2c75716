using PpcAds.Sdk.Chaos.Databases;
using PpcAds.Sdk.Chaos.Kills;
using PpcAds.Sdk.Chaos.Soak;

namespace PpcAds.Sdk.Chaos.Faults;

/// <summary>
/// PostgreSQL's processes are killed one and all while a worker ingests, and started again. A worker that ends by that is started again
/// too, as a host's supervisor does.
/// </summary>
internal sealed class ServerKills(int kills, int seed, bool isBusy)
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(40);

    private readonly Random _random = SoakDice.For(seed, "server kills");
    private FaultTrial? _trial;
    private int _killed;
    private int _restarts;
    private int _untilNext;

    public Task<bool> RunAsync(CancellationToken cancellationToken) => FaultTrial.RunAsync("postgresql", RunAsync, cancellationToken);

    private async Task<IReadOnlyList<string>> RunAsync(ChaosDatabase databases, Watchdog watchdog)
    {
        var world = KillWorld.Draw(seed);
        Console.WriteLine(world);
        _trial = new FaultTrial(databases, world, isBusy, FaultTrial.AllStages);
        await _trial.LiveUndisturbedAsync(watchdog.Token);
        _untilNext = DrawGap();
        for (int life = 1; _killed < kills; life++)
        {
            await LiveAsync(life, watchdog);
        }

        Console.WriteLine($"The server was killed {_killed} times, a worker began again {_restarts} times.");
        return _trial.Wrong;
    }

    private async Task LiveAsync(int number, Watchdog watchdog)
    {
        await using Life life = await _trial!.BeginAsync(1, watchdog.Token);
        foreach (Stage stage in _trial.Stages)
        {
            life.Prepare(stage);
            for (int? exit = null; exit != 0;)
            {
                Task killing = Task.CompletedTask;
                (exit, string error) = await life.CreateWorker(stage).RunAsync(
                    async point =>
                    {
                        watchdog.Note();
                        if (killing.IsCompleted && _killed < kills && --_untilNext == 0)
                        {
                            // What ends badly ends the trial.
                            await killing;
                            Console.WriteLine($"Kill {++_killed}, life {number}, {stage}: soon after '{point}'");
                            _untilNext = DrawGap();
                            killing = KillAsync(life);
                        }

                        return false;
                    },
                    null,
                    watchdog.Token);
                await killing;
                if (exit != 0)
                {
                    _restarts++;
                    watchdog.Note();
                    if (error.Contains("Unhandled exception", StringComparison.Ordinal) && !error.Contains("Npgsql", StringComparison.Ordinal))
                    {
                        _trial.Wrong.Add(error);
                        return;
                    }
                }
            }
        }

        await _trial.CompareAsync($"Life {number}", life, ignoresEmptySums: true);
    }

    /// <summary>In the midst of what comes after the point.</summary>
    private async Task KillAsync(Life life)
    {
        await Task.Delay(LongestDelay * _random.NextDouble(), TimeProvider.System);
        await _trial!.Databases.KillServerAsync();
        await life.NoteDeathAsync();
    }

    /// <summary>So that all of them fit into one life.</summary>
    private int DrawGap() => _random.Next(1, Math.Max(2, 2 * _trial!.Points / (kills + 1)));
}
