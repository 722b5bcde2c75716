using PpcAds.Sdk.Benchmarks.Measuring;
using PpcAds.Sdk.Benchmarks.Syncing;

namespace PpcAds.Sdk.Benchmarks.Output;

/// <summary>What a run of the program found.</summary>
internal sealed record Report
{
    public required string Mode { get; init; }

    /// <summary>Processors, runtime, the server's settings: what the numbers depend on.</summary>
    public required string Conditions { get; init; }

    public required double TotalSeconds { get; init; }

    public required IReadOnlyList<ReportEntry> Entries { get; init; }

    public required IReadOnlyList<Bound> Bounds { get; init; }

    /// <summary>Where tables and input differ.</summary>
    public required IReadOnlyList<string> Differences { get; init; }

    /// <summary>The phases of a sync, where that was measured.</summary>
    public IReadOnlyList<SyncPhase>? Sync { get; init; }

    public bool IsGood => Differences.Count == 0 && Bounds.All(bound => bound.Holds);
}
