using System.Diagnostics;

namespace PpcAds.Sdk.Chaos.Kills;

/// <summary>A worker process: told to go on at each point, or killed there.</summary>
/// <param name="arguments">What it is told.</param>
/// <param name="overlaps">Takes the steps that it is at.</param>
/// <param name="output">Takes every line that it writes.</param>
internal sealed class ChildProcess(string[] arguments, StepOverlaps overlaps, Action<string> output)
{
    /// <summary>The number of the process, once it runs.</summary>
    public int Id { get; private set; }

    /// <summary>Runs a worker until it ends, or until <paramref name="kills"/> says so at a point, or until <paramref name="after"/> passed.</summary>
    /// <returns>The exit code, or null when it was killed; and what it said went wrong.</returns>
    public async Task<(int? ExitCode, string Error)> RunAsync(Func<string, ValueTask<bool>> kills, TimeSpan? after, CancellationToken cancellationToken)
    {
        var info = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in new[] { typeof(ChildProcess).Assembly.Location, "worker" }.Concat(arguments))
        {
            info.ArgumentList.Add(argument);
        }

        // A life of seconds: code that is compiled once more to run faster would cost more than it saves.
        info.Environment["DOTNET_TieredPGO"] = "0";
        info.Environment["DOTNET_TC_CallCounting"] = "0";
        using Process process = Process.Start(info)!;
        Id = process.Id;
        await using CancellationTokenRegistration ended = cancellationToken.Register(() => Kill(process));
        Task<string> error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        using var timer = new CancellationTokenSource(after ?? Timeout.InfiniteTimeSpan, TimeProvider.System);
        await using CancellationTokenRegistration timed = timer.Token.Register(() => Kill(process));
        bool killed = false;
        while (await process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            output(line);
            if (line.Length > 0 && line[0] is '>' or '<')
            {
                overlaps.Note(process.Id, line);
                continue;
            }

            if (await kills(line))
            {
                killed = true;
                Kill(process);
                break;
            }

            try
            {
                await process.StandardInput.WriteLineAsync("go");
                await process.StandardInput.FlushAsync(cancellationToken);
            }
            catch (IOException)
            {
                // It ended meanwhile.
            }
        }

        await process.WaitForExitAsync(CancellationToken.None);
        overlaps.Forget(process.Id);
        cancellationToken.ThrowIfCancellationRequested();
        string told = await error;
        output(told);
        return (killed || timer.IsCancellationRequested ? null : process.ExitCode, told);
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It ended by itself.
        }
    }
}
