namespace PpcAds.Sdk.Benchmarks.Input;

/// <summary>The rows of a report over 31 days: the same for the same seed.</summary>
internal abstract class ReportSource(long rows, int seed)
{
    public const int Days = 31;
    public const long ProfileId = 1_234_567_890_123;
    public const string Currency = "USD";
    public const int AttributionDays = 7;

    // Every twentieth row is restated.
    private const ulong RestatedShare = 20;

    public static DateOnly FirstDay { get; } = new(2026, 1, 12);

    public static DateOnly LastDay { get; } = FirstDay.AddDays(Days - 1);

    public long Rows => rows;

    /// <summary>The dataset whose report it is.</summary>
    public abstract string Dataset { get; }

    protected int Seed => seed;

    /// <param name="rows">How many rows.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="isSparse">Whether most rows are the only ones of what they are about.</param>
    public static ReportSource Of(long rows, int seed, bool isSparse) =>
        isSparse ? new SearchTermReport(rows, seed) : new TargetReport(rows, seed);

    /// <summary>How many of the first rows differ in the restated report.</summary>
    public long CountRestated(long first)
    {
        long count = 0;
        for (long i = 0; i < Math.Min(first, Rows); i++)
        {
            count += IsRestated(i) ? 1 : 0;
        }

        return count;
    }

    /// <summary>All rows; each is valid until the next is requested.</summary>
    /// <param name="restated">How many of the first rows are as Amazon restated them.</param>
    public IEnumerable<ReportRow> Read(long restated)
    {
        long number = 0;
        foreach (ReportRow row in ReadFirst())
        {
            if (number < restated && IsRestated(number))
            {
                row.Values[ReportMetrics.Purchases30d]++;
                row.Values[ReportMetrics.Units30d]++;
                row.Values[ReportMetrics.Sales30d] += row.Target.PriceCents;
            }

            number++;
            yield return row;
        }
    }

    /// <summary>All rows as they were first, day by day.</summary>
    protected abstract IEnumerable<ReportRow> ReadFirst();

    /// <summary>The random numbers of a row's metrics.</summary>
    protected SeededRandom RandomOf(long number) => new(SeededRandom.Mix((ulong)seed + 3, (ulong)number));

    private bool IsRestated(long number) => SeededRandom.Mix((ulong)seed + 99, (ulong)number) % RestatedShare == 0;
}
