using System.Diagnostics;
using System.Runtime;

namespace PpcAds.Sdk.Benchmarks.Measuring;

/// <summary>
/// What is left over from warming up is not to be measured: garbage, and code that the runtime recompiles in the background.
/// </summary>
internal static class Settling
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public static async Task WaitAsync(CancellationToken cancellationToken)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long began = Stopwatch.GetTimestamp();
        long compiled;
        do
        {
            compiled = JitInfo.GetCompiledMethodCount();
            await Task.Delay(Quiet, TimeProvider.System, cancellationToken);
        }
        while (JitInfo.GetCompiledMethodCount() != compiled && Stopwatch.GetElapsedTime(began) < Longest);
    }
}
