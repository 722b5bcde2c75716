using System.Diagnostics;
using System.Text;

namespace PpcAds.Sdk.FirstRun.Tests;

/// <summary>Programs that a newcomer starts, with what they write.</summary>
internal static class Shell
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Runs a line to its end; its exit code must be 0.</summary>
    public static async Task<string> RunAsync(string line, string folder)
    {
        using Process process = Start(line, folder);
        using var deadline = new CancellationTokenSource(Longest, TimeProvider.System);
        try
        {
            string[] texts = await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(deadline.Token), process.StandardError.ReadToEndAsync(deadline.Token));
            await process.WaitForExitAsync(deadline.Token);
            string text = texts[0] + texts[1];
            process.ExitCode.Should().Be(0, $"{line}\n{text}");
            return text;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Runs a service until the work is done, then stops it as a service manager does.</summary>
    /// <param name="line">What starts it.</param>
    /// <param name="folder">Where.</param>
    /// <param name="work">Gets the address that the service writes.</param>
    /// <returns>What it wrote.</returns>
    public static Task<string> ServeAsync(string line, string folder, Func<Uri, Task> work) =>
        ServeAsync(line, folder, "Now listening on: ", work);

    /// <inheritdoc cref="ServeAsync(string, string, Func{Uri, Task})"/>
    /// <param name="line">What starts it.</param>
    /// <param name="folder">Where.</param>
    /// <param name="mark">What stands before the address.</param>
    /// <param name="work">Gets the address that the service writes.</param>
    public static async Task<string> ServeAsync(string line, string folder, string mark, Func<Uri, Task> work)
    {
        using Process process = Start(line, folder);
        var text = new StringBuilder();
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, received) => Read(received.Data);
        process.ErrorDataReceived += (_, received) => Read(received.Data);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException("The service ended."));
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await work(await address.Task.WaitAsync(Longest, TimeProvider.System));
            // The service that `dotnet run` started, and waits for; a tool is the process itself.
            bool isRun = line.StartsWith("dotnet run", StringComparison.Ordinal);
            using Process terminate = isRun
                ? Process.Start("pkill", ["-TERM", "-P", $"{process.Id}"])
                : Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await terminate.WaitForExitAsync();
            using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1), TimeProvider.System);
            await process.WaitForExitAsync(deadline.Token);
            process.ExitCode.Should().Be(0, All());
            return All();
        }
        catch (Exception exception) when (
            exception is InvalidOperationException or TimeoutException or OperationCanceledException)
        {
            throw new InvalidOperationException($"{line}\n{All()}", exception);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        void Read(string? line)
        {
            lock (text)
            {
                text.AppendLine(line);
            }

            if (line?.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at)
            {
                address.TrySetResult(new Uri(line[(at + mark.Length)..].Split('"')[0].TrimEnd('/') + "/"));
            }
        }

        string All()
        {
            lock (text)
            {
                return text.ToString();
            }
        }
    }

    private static Process Start(string line, string folder)
    {
        // exec: a signal reaches the program itself.
        var start = new ProcessStartInfo("bash", ["-c", $"exec {line}"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What the test run sets for itself must not reach the newcomer's build.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD",
            StringComparison.OrdinalIgnoreCase)
            || name is "ArtifactsPath" or "UseSharedCompilation" or "VSTEST_CONNECTION_TIMEOUT").ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        return Process.Start(start)!;
    }
}
