namespace PpcAds.Sdk.Benchmarks.Input;

/// <summary>A row that the report is to have. It is used again for the next one.</summary>
internal sealed class ReportRow
{
    /// <summary>The day, 0 to 30.</summary>
    public int Day { get; set; }

    public required TargetFacts Target { get; set; }

    /// <summary>What the shopper searched for; null in a report that does not say it.</summary>
    public string? SearchTerm { get; set; }

    /// <summary>By the constants of <see cref="ReportMetrics"/>; money in hundredths.</summary>
    public long[] Values { get; } = new long[ReportMetrics.Names.Count];

    public DateOnly Date => ReportSource.FirstDay.AddDays(Day);
}
