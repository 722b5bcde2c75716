using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace PpcAds.Sdk.Benchmarks.Measuring;

/// <summary>Starts this program again, for one technique: peak memory and what the runtime compiled are its own.</summary>
internal static class ChildProcess
{
    public const string RunOne = "run-one";

    // What a technique takes beyond its own limit: warming up, checking.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    /// <summary>Gets the program that runs.</summary>
    public static string Self => Environment.ProcessPath!;

    /// <exception cref="InvalidOperationException">The child failed.</exception>
    public static async Task<RunOutcome> RunAsync(RunRequest request, CancellationToken cancellationToken)
    {
        using Process process = Start(RunOne, JsonSerializer.Serialize(request, RunJsonContext.Default.RunRequest));
        using var timeout = new CancellationTokenSource(
            request.LimitSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) + Grace : TimeSpan.FromMinutes(20), TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            string output = await process.StandardOutput.ReadToEndAsync(either.Token);
            await process.WaitForExitAsync(either.Token);
            return process.ExitCode == 0
                ? JsonSerializer.Deserialize(output, RunJsonContext.Default.RunOutcome)!
                : throw new InvalidOperationException($"{request.Technique} ended with {process.ExitCode}; what it said is above.");
        }
        catch (OperationCanceledException) when (request.LimitSeconds is not null && !cancellationToken.IsCancellationRequested)
        {
            return new RunOutcome { Technique = request.Technique, Rows = request.Rows, Seconds = request.LimitSeconds.Value, PeakKb = 0, IsFinished = false };
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Runs this program in another role to its end.</summary>
    /// <param name="role">The role.</param>
    /// <param name="input">The input of the role, as JSON.</param>
    /// <param name="heapBytes">The limit of its managed heap.</param>
    /// <param name="longest">How long it may take.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">The child failed.</exception>
    public static async Task<string> RunAsync(
        string role, string input, long heapBytes, TimeSpan longest, CancellationToken cancellationToken)
    {
        using Process process = Start(role, input, heapBytes);
        return await OutputAsync(process, role, longest, cancellationToken);
    }

    /// <summary>Runs a program, this one or another build of it, in a role to its end.</summary>
    /// <param name="program">The program.</param>
    /// <param name="role">The role.</param>
    /// <param name="input">What it is to do.</param>
    /// <param name="longest">How long it may take.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">The child failed.</exception>
    public static async Task<string> RunAsync(
        string program, string role, string input, TimeSpan longest, CancellationToken cancellationToken)
    {
        using Process process = Start(role, input, program: program);
        return await OutputAsync(process, role, longest, cancellationToken);
    }

    private static async Task<string> OutputAsync(Process process, string role, TimeSpan longest, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(longest, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            string output = await process.StandardOutput.ReadToEndAsync(either.Token);
            await process.WaitForExitAsync(either.Token);
            return process.ExitCode == 0
                ? output
                : throw new InvalidOperationException($"{role} ended with {process.ExitCode}; what it said is above.");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Starts this program in another role, with its output piped.</summary>
    public static Process Start(string role, string input, long? heapBytes = null, string? program = null)
    {
        string self = program ?? Self;
        var info = new ProcessStartInfo(self) { RedirectStandardOutput = true, RedirectStandardInput = true };
        if (Path.GetFileNameWithoutExtension(self) == "dotnet")
        {
            info.ArgumentList.Add(typeof(ChildProcess).Assembly.Location);
        }

        // Else the peak is of how far the collector is behind, which a busy machine decides.
        info.Environment["DOTNET_gcConcurrent"] = "0";
        if (heapBytes is { } bytes)
        {
            info.Environment["DOTNET_GCHeapHardLimit"] = bytes.ToString("x", CultureInfo.InvariantCulture);
        }

        info.ArgumentList.Add(role);
        info.ArgumentList.Add(input);
        return Process.Start(info)!;
    }
}
