using System.Globalization;
using PpcAds.Sdk.Benchmarks.Measuring;

namespace PpcAds.Sdk.Benchmarks.Native;

/// <summary>What Polly and the split in two packages may cost a native program; see docs/decisions/0002-resilience.md.</summary>
internal static class NativeBounds
{
    /// <summary>The last commit of the client without Polly: what `.ci/full native` compares with.</summary>
    public const string Commit = "936d5d7";

    /// <summary>In bytes, of samples/ListCampaigns at that commit: linux-x64, .NET 10, without debug symbols.</summary>
    private const long SizeBefore = 10_408_760;

    private const double Most = 1.25;

    public static Bound Size(long bytes) => Bound.AtMost(
        string.Create(CultureInfo.InvariantCulture, $"size against {SizeBefore:N0} bytes of {Commit}"), bytes / (double)SizeBefore, Most);

    public static Bound Time(double ratio) => Bound.AtMost($"running time against {Commit}", ratio, Most);
}
