using System.Diagnostics;
using System.Text.Json;
using PpcAds.Sdk.Benchmarks.Techniques;

namespace PpcAds.Sdk.Benchmarks.Measuring;

/// <summary>The child's side: warms up, measures one technique, checks what it did, prints one line of JSON.</summary>
internal static class RunOneCommand
{
    // The runtime counts calls once nothing new was called for 100 ms. At the thirtieth it compiles with counters, after thirty more for
    // good, by what they say; and much of a load is called once for each report. What is measured is a service's hundredth report.
    private const int Stages = 3;
    private const int PassesOfStage = 31;
    private static readonly TimeSpan LongestStage = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan BetweenStages = TimeSpan.FromMilliseconds(150);

    public static async Task<int> RunAsync(string input, CancellationToken cancellationToken)
    {
        RunRequest request = JsonSerializer.Deserialize(input, RunJsonContext.Default.RunRequest)!;
        await using Technique technique = TechniqueFactory.Create(request);
        await WarmUpAsync(technique, cancellationToken);

        await technique.PrepareAsync(cancellationToken);
        await Settling.WaitAsync(cancellationToken);
        using CancellationTokenSource limit = request.LimitSeconds is { } seconds
            ? new CancellationTokenSource(TimeSpan.FromSeconds(seconds), TimeProvider.System)
            : new CancellationTokenSource();
        bool isFinished = true;
        TimeSpan processorBefore = Environment.CpuUsage.TotalTime;
        long began = Stopwatch.GetTimestamp();
        try
        {
            await technique.RunAsync(limit.Token);
        }
        catch (Exception exception) when (limit.IsCancellationRequested && exception is not OutOfMemoryException)
        {
            isFinished = false;
        }

        double took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        double processor = (Environment.CpuUsage.TotalTime - processorBefore).TotalSeconds;
        long peak = PeakMemory.ReadKb();
        var outcome = new RunOutcome
        {
            Technique = request.Technique,
            Seconds = took,
            ProcessorSeconds = processor,
            Rows = technique.Rows,
            PeakKb = peak,
            IsFinished = isFinished,
        };
        Console.WriteLine(JsonSerializer.Serialize(
            isFinished ? await technique.CheckAsync(outcome, cancellationToken) : outcome, RunJsonContext.Default.RunOutcome));
        return 0;
    }

    private static async Task WarmUpAsync(Technique technique, CancellationToken cancellationToken)
    {
        int passes = 0;
        for (int stage = 0; stage < Stages; stage++)
        {
            long began = Stopwatch.GetTimestamp();
            for (int pass = 0; pass < PassesOfStage && Stopwatch.GetElapsedTime(began) < LongestStage; pass++)
            {
                await technique.WarmUpAsync(passes++, cancellationToken);
            }

            await Task.Delay(BetweenStages, TimeProvider.System, cancellationToken);
        }
    }
}
