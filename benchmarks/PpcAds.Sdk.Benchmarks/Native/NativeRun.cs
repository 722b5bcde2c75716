using System.Diagnostics;
using System.Globalization;
using PpcAds.Sdk.Benchmarks.Measuring;
using PpcAds.Sdk.Benchmarks.Output;
using PpcAds.Sdk.Benchmarks.Syncing;

namespace PpcAds.Sdk.Benchmarks.Native;

/// <summary>
/// Size and running time of samples/ListCampaigns as a native program: it makes a client, gets a token, and lists the profiles of
/// three regions and 20 campaigns of each from a simulator on this machine, so that its time is almost all start.
/// </summary>
/// <param name="program">The native program.</param>
/// <param name="against">The same of <see cref="NativeBounds.Commit"/>; <see langword="null"/> to compare the size alone.</param>
/// <param name="runs">Runs of each program.</param>
internal sealed class NativeRun(string program, string? against, int runs)
{
    private const int WarmRuns = 3;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine(ReportWriter.Conditions());
        List<Bound> bounds = [NativeBounds.Size(new FileInfo(program).Length)];
        var own = new List<double>();
        var other = new List<double>();
        var amazon = new SimulatorSettings(Profiles: 3, Campaigns: 20, Seed: 7);
        await using (SimulatorProcess simulator = await SimulatorProcess.StartAsync(amazon, cancellationToken))
        {
            for (int run = -WarmRuns; run < runs; run++)
            {
                double milliseconds = await MeasureAsync(program, simulator.Address, cancellationToken);
                double others = against is null ? 0 : await MeasureAsync(against, simulator.Address, cancellationToken);
                if (run >= 0)
                {
                    own.Add(milliseconds);
                    other.Add(others);
                }
            }
        }

        Print(program, own);
        if (against is not null)
        {
            Print(against, other);
            bounds.Add(NativeBounds.Time(Medians.Of(own) / Medians.Of(other)));
        }

        Console.WriteLine(TableText.Of(bounds));
        return bounds.All(bound => bound.Holds) ? 0 : 1;
    }

    private static async Task<double> MeasureAsync(string program, SimulatorAddress amazon, CancellationToken cancellationToken)
    {
        var info = new ProcessStartInfo(program, [amazon.NorthAmerica.AbsoluteUri])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["PPCADS_CLIENT_ID"] = amazon.ClientId,
                ["PPCADS_CLIENT_SECRET"] = amazon.ClientSecret,
                ["PPCADS_REFRESH_TOKEN"] = amazon.RefreshToken,
            },
        };
        long began = Stopwatch.GetTimestamp();
        using Process process = Process.Start(info)!;
        string output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        double milliseconds = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return process.ExitCode == 0 && output.Split('\n').Length > 60
            ? milliseconds
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode} and listed too little:\n{output}");
    }

    private static void Print(string program, List<double> milliseconds) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{program}: {new FileInfo(program).Length:N0} bytes; median of {milliseconds.Count} runs "
        + $"{Medians.Of(milliseconds):0.0} ms, {milliseconds.Min():0.0} to {milliseconds.Max():0.0} ms"));
}
