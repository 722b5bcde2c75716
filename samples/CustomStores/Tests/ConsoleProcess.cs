using System.Diagnostics;
using System.Text;

namespace CustomStores.Tests;

/// <summary>The console as a process.</summary>
internal sealed class ConsoleProcess : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly StringBuilder _output = new();

    private ConsoleProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public string Output => _output.ToString();

    public int Lines { get; private set; }

    public static ConsoleProcess Start(string folder)
    {
        // Next to this project's own output, built in the same configuration.
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        string assembly = Path.Combine(own.Parent!.Parent!.FullName, "CustomStores.Console", own.Name, "CustomStores.Console.dll");
        var start = new ProcessStartInfo("dotnet", [assembly, folder]) { RedirectStandardOutput = true, RedirectStandardError = true };
        return new ConsoleProcess(Process.Start(start)!);
    }

    /// <summary>Reads to the end.</summary>
    /// <returns>The exit code, and what was written.</returns>
    public async Task<(int ExitCode, string Output)> WaitAsync()
    {
        await ReadAsync(int.MaxValue);
        return (_process.ExitCode, $"{Output}{await _errors}");
    }

    /// <summary>Kills the process (SIGKILL) some time after it wrote so many lines.</summary>
    /// <returns>Whether it was killed; not if it had come to its end.</returns>
    public async Task<bool> KillAsync(int afterLines, TimeSpan pause)
    {
        if (!await ReadAsync(afterLines))
        {
            return false;
        }

        await Task.Delay(pause);
        _process.Kill();
        await _process.WaitForExitAsync();

        // 128 + 9, what a shell says of SIGKILL; else it ended just before.
        return _process.ExitCode == 137;
    }

    public void Dispose() => _process.Dispose();

    private async Task<bool> ReadAsync(int lines)
    {
        using var deadline = new CancellationTokenSource(Longest);
        while (Lines < lines)
        {
            if (await _process.StandardOutput.ReadLineAsync(deadline.Token) is not { } line)
            {
                await _process.WaitForExitAsync(deadline.Token);
                return false;
            }

            Lines++;
            _output.AppendLine(line);
        }

        return true;
    }
}
