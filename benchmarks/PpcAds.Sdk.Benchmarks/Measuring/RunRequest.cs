namespace PpcAds.Sdk.Benchmarks.Measuring;

/// <summary>What a child process is to run.</summary>
internal sealed record RunRequest
{
    /// <summary>One of <see cref="TechniqueNames"/>.</summary>
    public required string Technique { get; init; }

    public required long Rows { get; init; }

    public required int Seed { get; init; }

    /// <summary>Whether the report by search term is worked on, else that by target.</summary>
    public bool IsSparse { get; init; }

    /// <summary>How many of the first rows are restated in the file that is read; the tables are checked for them.</summary>
    public long Restated { get; init; }

    /// <summary>The database, or the SQLite file.</summary>
    public string? Database { get; init; }

    /// <summary>Another, for rows that are loaded before the clock starts: a service is warm as well.</summary>
    public string? WarmDatabase { get; init; }

    /// <summary>The how-manieth report of the days this is: each was made later than the one before.</summary>
    public int Report { get; init; } = 1;

    /// <summary>The serializer's buffer in bytes.</summary>
    public int? BufferSize { get; init; }

    /// <summary>After how many seconds a technique is given up.</summary>
    public double? LimitSeconds { get; init; }
}
