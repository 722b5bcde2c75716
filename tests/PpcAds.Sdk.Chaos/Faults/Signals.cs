using System.Diagnostics;
using System.Globalization;

namespace PpcAds.Sdk.Chaos.Faults;

/// <summary>Freezes a process, and lets it go on.</summary>
internal static class Signals
{
    public static Task FreezeAsync(int process) => SendAsync("STOP", process);

    public static Task ThawAsync(int process) => SendAsync("CONT", process);

    private static async Task SendAsync(string signal, int process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}
