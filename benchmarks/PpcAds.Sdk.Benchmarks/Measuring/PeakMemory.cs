using System.Globalization;

namespace PpcAds.Sdk.Benchmarks.Measuring;

internal static class PeakMemory
{
    /// <summary>VmHWM of this process, in kB of 1024 bytes.</summary>
    public static long ReadKb()
    {
        string line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', '\t').First(word => word.Length > 0 && word.All(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
    }
}
