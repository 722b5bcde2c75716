using PpcAds.Sdk.Benchmarks.Measuring;

namespace PpcAds.Sdk.Benchmarks.Output;

/// <summary>A line of the table.</summary>
internal sealed record ReportEntry
{
    public required string Group { get; init; }

    public required string Name { get; init; }

    public required long Rows { get; init; }

    public required int Runs { get; init; }

    public required bool IsFinished { get; init; }

    /// <summary>The median.</summary>
    public required double Seconds { get; init; }

    public required double FastestSeconds { get; init; }

    public required double SlowestSeconds { get; init; }

    /// <summary>The client's processor time, the median.</summary>
    public required double ProcessorSeconds { get; init; }

    public required double RowsPerSecond { get; init; }

    public required double PeakMegabytes { get; init; }

    public double? LogMegabytes { get; init; }

    public long? RowsWritten { get; init; }

    /// <summary>What a row takes on the disk.</summary>
    public double? BytesPerRow { get; init; }

    public static ReportEntry Of(Series series) => new()
    {
        Group = series.Group,
        Name = series.Name,
        Rows = series.Outcomes[0].Rows,
        Runs = series.Outcomes.Count,
        IsFinished = series.IsFinished,
        Seconds = series.Seconds,
        FastestSeconds = series.Outcomes.Min(outcome => outcome.Seconds),
        SlowestSeconds = series.Outcomes.Max(outcome => outcome.Seconds),
        ProcessorSeconds = series.ProcessorSeconds,
        RowsPerSecond = series.RowsPerSecond,
        PeakMegabytes = series.PeakBytes / 1e6,
        LogMegabytes = series.LogBytes / 1e6,
        RowsWritten = series.Written,
        BytesPerRow = series.Bytes / series.Outcomes[0].Rows,
    };
}
