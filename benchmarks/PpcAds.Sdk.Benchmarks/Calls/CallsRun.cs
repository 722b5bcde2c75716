using System.Globalization;
using System.Text.Json;
using PpcAds.Sdk.Benchmarks.Measuring;
using PpcAds.Sdk.Benchmarks.Output;

namespace PpcAds.Sdk.Benchmarks.Calls;

/// <summary>What the client costs on each call; of two builds, runs are interleaved, and medians compared.</summary>
/// <param name="calls">Calls of each run.</param>
/// <param name="runs">Runs of each build.</param>
/// <param name="against">This program built with another version of the client; <see langword="null"/> for none.</param>
internal sealed class CallsRun(int calls, int runs, string? against)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine(ReportWriter.Conditions());
        var own = new List<CallsOutcome>();
        var other = new List<CallsOutcome>();
        for (int run = 0; run < runs; run++)
        {
            own.Add(await MeasureAsync(ChildProcess.Self, cancellationToken));
            if (against is not null)
            {
                other.Add(await MeasureAsync(against, cancellationToken));
            }
        }

        Print("this build", own);
        if (other.Count > 0)
        {
            Print("the other build", other);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"ratios: time {Ratio(outcome => outcome.Microseconds):0.00}, processor time "
                + $"{Ratio(outcome => outcome.ProcessorMicroseconds):0.00}, allocated {Ratio(outcome => outcome.Bytes):0.00}"));
        }

        return 0;

        double Ratio(Func<CallsOutcome, double> of) => Medians.Of(own.Select(of)) / Medians.Of(other.Select(of));
    }

    private async Task<CallsOutcome> MeasureAsync(string program, CancellationToken cancellationToken)
    {
        string output = await ChildProcess.RunAsync(
            program, CallsCommand.Role, calls.ToString(CultureInfo.InvariantCulture), TimeSpan.FromMinutes(5), cancellationToken);
        return JsonSerializer.Deserialize(output, CallsJsonContext.Default.CallsOutcome)!;
    }

    private static void Print(string name, List<CallsOutcome> outcomes) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name}, medians of {outcomes.Count}: {Medians.Of(outcomes.Select(outcome => outcome.Microseconds)):0.0} µs a call, "
        + $"of the processor {Medians.Of(outcomes.Select(outcome => outcome.ProcessorMicroseconds)):0.0} µs, "
        + $"{Medians.Of(outcomes.Select(outcome => outcome.Bytes)):0} bytes allocated"));
}
