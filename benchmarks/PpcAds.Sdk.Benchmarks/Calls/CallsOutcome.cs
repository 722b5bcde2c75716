namespace PpcAds.Sdk.Benchmarks.Calls;

/// <summary>What one call costs, as the mean of one run.</summary>
internal sealed record CallsOutcome
{
    public required double Microseconds { get; init; }

    public required double ProcessorMicroseconds { get; init; }

    public required double Bytes { get; init; }
}
