using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PpcAds.Sdk.Testing;

/// <summary>The binaries of a PostgreSQL server on this machine. Benchmarks compile this file too.</summary>
internal sealed class PostgreSqlTools
{
    public const string Missing = "There is no PostgreSQL server on this machine: neither initdb on the PATH nor /usr/lib/postgresql.";

    private readonly string _folder;

    private PostgreSqlTools(string folder) => _folder = folder;

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static PostgreSqlTools? Find()
    {
        IEnumerable<string> folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (Directory.Exists("/usr/lib/postgresql"))
        {
            folders = folders.Concat(Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin")));
        }

        return folders.FirstOrDefault(folder => IsThere(Path.Combine(folder, "initdb")) && IsThere(Path.Combine(folder, "pg_ctl"))) is { } found
            ? new PostgreSqlTools(found)
            : null;
    }

    /// <summary>Makes an empty cluster, whose user is <c>ppcads</c>.</summary>
    public async Task InitializeAsync(string folder, CancellationToken cancellationToken = default)
    {
        Directory.CreateDirectory(folder);
        if (Environment.UserName == "root")
        {
            await RunAsync("chown", ["postgres", folder], cancellationToken);
        }

        await RunServerToolAsync(
            "initdb", ["-D", folder, "-A", "trust", "-U", "ppcads", "-N", "--no-instructions", "--encoding=UTF8", "--locale=C.UTF-8"], cancellationToken);
    }

    /// <summary>Starts the server of a cluster. Its log is in the file <c>log</c> there.</summary>
    public Task StartAsync(string folder, string settings, CancellationToken cancellationToken = default) =>
        RunServerToolAsync("pg_ctl", ["-D", folder, "-w", "-t", "600", "-l", Path.Combine(folder, "log"), "-o", settings, "start"], cancellationToken);

    /// <summary>Ends the server at once, as a crash does: no connection is let finish, the next start recovers.</summary>
    public Task StopAsync(string folder) => RunServerToolAsync("pg_ctl", ["-D", folder, "-m", "immediate", "-w", "stop"], CancellationToken.None);

    /// <summary>Runs a client's tool: the one of the server's version, which stands beside the server's own tools, to which those on the PATH may be links.</summary>
    public Task RunClientToolAsync(string tool, params string[] arguments)
    {
        string server = Path.Combine(_folder, "initdb");
        string beside = Path.Combine(Path.GetDirectoryName(File.ResolveLinkTarget(server, returnFinalTarget: true)?.FullName ?? server)!, tool);
        return RunAsync(IsThere(beside) ? beside : tool, arguments, CancellationToken.None);
    }

    /// <summary>A link whose target is gone is not there.</summary>
    private static bool IsThere(string file) => File.Exists(file) && File.ResolveLinkTarget(file, returnFinalTarget: true) is null or { Exists: true };

    /// <summary>The server refuses to run as root.</summary>
    private Task RunServerToolAsync(string tool, string[] arguments, CancellationToken cancellationToken)
    {
        string path = Path.Combine(_folder, tool);
        return Environment.UserName == "root"
            ? RunAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", path, .. arguments], cancellationToken)
            : RunAsync(path, arguments, cancellationToken);
    }

    private static async Task RunAsync(string file, string[] arguments, CancellationToken cancellationToken)
    {
        // The output goes nowhere: a started server would keep a pipe open for ever.
        var info = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
        info.ArgumentList.Add("-c");
        info.ArgumentList.Add("exec \"$0\" \"$@\" >/dev/null 2>&1");
        info.ArgumentList.Add(file);
        foreach (string argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(info)!;
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
