using System.Diagnostics;
using System.Globalization;

namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>Runs operations by a schedule, on an account of their own, and checks what is left of it.</summary>
internal sealed class ScheduleRunner(IInterleavedDatabase database)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(2);

    /// <summary>Longer than any lock is waited for: whoever neither goes on nor waits for another by then never will.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(2);

    private readonly AccountTemplate _template = new(database);

    public async Task<ScheduleResult> RunAsync(Schedule schedule)
    {
        if (!_template.IsMade)
        {
            await new Scene(database.Quiet, _template).PrepareAsync(withCredentials: false, withData: true);
        }

        var scene = new Scene(database.Quiet, _template);
        await scene.PrepareAsync(
            withCredentials: !schedule.Operations.Any(operation => operation.IsFirstConnection),
            withData: schedule.Operations.Any(operation => operation.Subjects != Subjects.Account));
        var runs = new List<OperationRun>();
        for (int i = 0; i < schedule.Operations.Count; i++)
        {
            var run = new OperationRun(schedule.Operations[i], Schedule.Label(i), scene, database.Places[i]);
            run.Job = run.Operation.File is { } file ? await scene.AddJobAsync(file) : null;
            database.SetGate(i, run.Gate);
            runs.Add(run);
        }

        int blocked = await TakeTurnsAsync(schedule, runs);
        for (int i = 0; i < runs.Count; i++)
        {
            await runs[i].EndedAsync();
            database.SetGate(i, null);
        }

        ExpectedState expected = scene.Expect();
        StoredState stored = await StoredStates.ReadAsync(database, scene.Account);
        return new ScheduleResult(
            [
                .. runs.Where(run => run.Failure is not null).Select(run => $"{run.Label} failed: {Describe(run.Failure!)}"),
                .. Invariants.Check(stored, expected),
            ],
            [.. runs.Select(run => run.Statements)],
            blocked,
            runs.Sum(run => run.Repeats));
    }

    private async Task<int> TakeTurnsAsync(Schedule schedule, List<OperationRun> runs)
    {
        int blocked = 0;
        foreach ((int place, int point) in schedule.Cuts.Where(cut => cut.Point > 0))
        {
            blocked += await RunToAsync(runs, place, point) == Halt.Blocked ? 1 : 0;
        }

        long begin = Stopwatch.GetTimestamp();
        while (runs.Any(run => !run.Gate.HasEnded))
        {
            for (int place = 0; place < runs.Count; place++)
            {
                await RunToAsync(runs, place, int.MaxValue);
            }

            if (Stopwatch.GetElapsedTime(begin) > LongestRun)
            {
                throw new InvalidOperationException($"Operations wait for each other without end: {schedule}.");
            }
        }

        return blocked;
    }

    private async Task<Halt> RunToAsync(List<OperationRun> runs, int place, int point)
    {
        OperationRun run = runs[place];
        Task<Halt> halted = run.Gate.RunTo(point);
        run.Start();
        int passed = -1;
        long begin = Stopwatch.GetTimestamp();
        while (await Task.WhenAny(halted, Task.Delay(LookAgain, TimeProvider.System)) != halted)
        {
            if (run.Gate.Passed == passed && await database.IsBlockedAsync(place) && run.Gate.TryMarkBlocked())
            {
                return Halt.Blocked;
            }

            passed = run.Gate.Passed;
            if (Stopwatch.GetElapsedTime(begin) > LongestRun)
            {
                string all = string.Join(" | ", runs.Select(one => one.Operation.Name));
                throw new InvalidOperationException(string.Create(
                    CultureInfo.InvariantCulture, $"{run.Label} neither goes on nor waits for another, after {passed} statements: {all}."));
            }
        }

        return await halted;
    }

    private static string Describe(Exception exception) => $"{exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}"
        + (exception.InnerException is { } inner ? $" ({inner.GetType().Name}: {inner.Message.ReplaceLineEndings(" ")})" : "");
}
