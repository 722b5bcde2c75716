using System.Diagnostics;
using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.Chaos.Throttle.Processes;

/// <summary>Two processes that know nothing of each other, at one limit of the simulator's over real HTTP, all in the same faster time.</summary>
internal sealed class ProcessTrial(double limit, bool sendsRetryAfter)
{
    private const int Processes = 2;
    private const double Speed = 18;
    private const int Burst = 10;

    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Counted = TimeSpan.FromMinutes(20);

    /// <summary>How long they are counted, in their time.</summary>
    public static TimeSpan Duration => Counted;

    /// <summary>Runs them.</summary>
    /// <returns>The results of each.</returns>
    public async Task<PhaseResult[]> RunAsync(CancellationToken cancellationToken)
    {
        await using AmazonAdsSimulator simulator = await AmazonAdsSimulator.StartAsync(
            new SimulatorOptions { TimeProvider = new FastTime(Speed), Throttle = new SimulatorThrottle(limit, Burst, sendsRetryAfter) },
            cancellationToken);
        string arguments = new CallerArguments
        {
            Amazon = simulator.BaseAddress,
            ClientId = simulator.ClientId,
            ClientSecret = simulator.ClientSecret,
            RefreshToken = simulator.RefreshToken,
            Speed = Speed,
            Workers = 16,
            Settling = Settling,
            Counted = Counted,
        }.Write();
        Process[] callers = [.. Enumerable.Range(0, Processes).Select(_ => Start(arguments))];
        try
        {
            foreach (Process caller in callers)
            {
                await ReadAsync(caller, cancellationToken);
            }

            foreach (Process caller in callers)
            {
                await caller.StandardInput.WriteLineAsync("go");
                await caller.StandardInput.FlushAsync(cancellationToken);
            }

            string[] counts = await Task.WhenAll(callers.Select(caller => ReadAsync(caller, cancellationToken)));
            return [.. counts.Select(CallerCount.Read).Select(count => new PhaseResult(limit, Counted, count.Granted, count.Refused))];
        }
        finally
        {
            foreach (Process caller in callers)
            {
                if (!caller.HasExited)
                {
                    caller.Kill();
                }

                caller.Dispose();
            }
        }
    }

    private static Process Start(string arguments)
    {
        var info = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (string argument in (string[])[typeof(ProcessTrial).Assembly.Location, "caller", arguments])
        {
            info.ArgumentList.Add(argument);
        }

        return Process.Start(info)!;
    }

    private static async Task<string> ReadAsync(Process caller, CancellationToken cancellationToken) =>
        await caller.StandardOutput.ReadLineAsync(cancellationToken)
        ?? throw new InvalidOperationException("A process that was to call ended before it had counted.");
}
