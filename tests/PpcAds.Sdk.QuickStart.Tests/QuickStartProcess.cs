using System.Diagnostics;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.QuickStart.Tests;

/// <summary>QuickStart as a process, as a user runs it.</summary>
internal static class QuickStartProcess
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    public static async Task<QuickStartResult> RunAsync(string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        using Process process = Start(arguments, environment);
        using var deadline = new CancellationTokenSource(Longest, TimeProvider.System);
        Task<string> output = process.StandardOutput.ReadToEndAsync(deadline.Token);
        Task<string> error = process.StandardError.ReadToEndAsync(deadline.Token);
        await process.WaitForExitAsync(deadline.Token);
        string[] said = [await output, await error];

        // Whatever a test runs, no secret is to be read there.
        LogScan.Check(string.Join('\n', said));
        return new QuickStartResult(process.ExitCode, said[0], said[1]);
    }

    /// <summary>Starts a run and kills it (SIGKILL) after some time, unless it ended before.</summary>
    /// <returns>Whether it was killed.</returns>
    public static async Task<bool> KillAsync(string[] arguments, TimeSpan after)
    {
        using Process process = Start(arguments, null);
        Task drain = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var deadline = new CancellationTokenSource(after, TimeProvider.System);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
            await drain;
            return false;
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync();
            await drain;
            return true;
        }
    }

    /// <summary>Starts a run and interrupts it (SIGINT, as Ctrl+C does) once it has written something.</summary>
    public static async Task<QuickStartResult> InterruptAsync(
        string[] arguments, string afterOutput, Func<string, Task>? before = null)
    {
        using Process process = Start(arguments, null);
        using var deadline = new CancellationTokenSource(Longest, TimeProvider.System);
        Task<string> error = process.StandardError.ReadToEndAsync(deadline.Token);
        var output = new System.Text.StringBuilder();
        while (await process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
        {
            output.AppendLine(line);
            if (line.Contains(afterOutput, StringComparison.Ordinal))
            {
                await (before?.Invoke(line) ?? Task.CompletedTask);
                using Process kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
                await kill.WaitForExitAsync(deadline.Token);
                break;
            }
        }

        output.Append(await process.StandardOutput.ReadToEndAsync(deadline.Token));
        await process.WaitForExitAsync(deadline.Token);
        return new QuickStartResult(process.ExitCode, output.ToString(), await error);
    }

    private static Process Start(string[] arguments, IReadOnlyDictionary<string, string>? environment)
    {
        // Beside this project's own output, built in the same configuration.
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        string assembly = Path.Combine(own.Parent!.Parent!.FullName, "QuickStart", own.Name, "QuickStart.dll");
        var info = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in new[] { assembly, "--plain" }.Concat(arguments))
        {
            info.ArgumentList.Add(argument);
        }

        foreach (string name in info.Environment.Keys.Where(name => name.StartsWith("PPCADS_", StringComparison.Ordinal)).ToList())
        {
            info.Environment.Remove(name);
        }

        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            info.Environment[name] = value;
        }

        return Process.Start(info)!;
    }
}
