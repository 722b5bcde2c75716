namespace PpcAds.Sdk.Benchmarks.Measuring;

/// <summary>What a child process measured.</summary>
internal sealed record RunOutcome
{
    public required string Technique { get; init; }

    public required double Seconds { get; init; }

    /// <summary>What the process took of the machine's processors meanwhile; a database server's time is not in it.</summary>
    public double ProcessorSeconds { get; init; }

    /// <summary>The rows that were worked on.</summary>
    public required long Rows { get; init; }

    /// <summary>The most memory that was ever resident, as the kernel counted it (VmHWM), in kB of 1024 bytes.</summary>
    public required long PeakKb { get; init; }

    /// <summary>Bytes of PostgreSQL's write-ahead log.</summary>
    public long? LogBytes { get; init; }

    /// <summary>Rows of the table that were written.</summary>
    public long? Written { get; init; }

    /// <summary>What the rows take on the disk, with indexes and whatever stands beside.</summary>
    public long? Bytes { get; init; }

    /// <summary>Whether it ended within its limit.</summary>
    public bool IsFinished { get; init; } = true;

    /// <summary>What is not as the report was made; null when all is equal.</summary>
    public string? Difference { get; init; }
}
