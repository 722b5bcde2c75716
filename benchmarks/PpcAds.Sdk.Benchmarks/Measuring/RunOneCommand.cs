using System.Diagnostics;
using System.Runtime;
using System.Text.Json;
using PpcAds.Sdk.Benchmarks.Techniques;

namespace PpcAds.Sdk.Benchmarks.Measuring;

/// <summary>The child's side: warms up, measures one technique, checks what it did, prints one line of JSON.</summary>
internal static class RunOneCommand
{
    // The runtime counts calls once nothing new was called for 100 ms; it compiles with counters, and then for good by what they say.
    // So a pass after which it compiled next to nothing is the last: what is measured is a service's hundredth report, not its second.
    private const int FewestPasses = 3;
    private const int MostPasses = 16;
    private const int FewMethods = 4;
    private static readonly TimeSpan BetweenPasses = TimeSpan.FromMilliseconds(150);

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
        long compiled = 0;
        for (int pass = 0; pass < MostPasses; pass++)
        {
            await technique.WarmUpAsync(pass, cancellationToken);
            await Task.Delay(BetweenPasses, TimeProvider.System, cancellationToken);
            long before = compiled;
            compiled = JitInfo.GetCompiledMethodCount();
            if (pass + 1 >= FewestPasses && compiled - before < FewMethods)
            {
                return;
            }
        }
    }
}
