using System.Diagnostics;

namespace PpcAds.Sdk.Chaos.Faults;

/// <summary>Processes that do nothing but take the processors from the others.</summary>
internal sealed class BusyNeighbours : IDisposable
{
    public const string Mode = "busy";

    private readonly List<Process> _processes = [];

    public BusyNeighbours(int count)
    {
        for (int i = 0; i < count; i++)
        {
            // A pipe to it: its end tells the neighbour that this process is gone, however it went.
            var info = new ProcessStartInfo("dotnet", [typeof(BusyNeighbours).Assembly.Location, Mode]) { RedirectStandardInput = true };
            _processes.Add(Process.Start(info)!);
        }
    }

    /// <summary>What such a process does.</summary>
    public static int Run()
    {
        bool isOver = false;
        var watch = new Thread(() =>
        {
            Console.In.ReadToEnd();
            Volatile.Write(ref isOver, true);
        });
        watch.Start();
        for (uint number = 1; !Volatile.Read(ref isOver); number = (number * 1664525) + 1013904223)
        {
        }

        return 0;
    }

    public void Dispose()
    {
        foreach (Process process in _processes)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }
    }
}
