namespace PpcAds.Sdk.Benchmarks.Input;

/// <summary>
/// The rows of a report of Sponsored Products by target and day, over 31 days: the same for the same seed. Most have few impressions and
/// no click, as in life.
/// </summary>
internal sealed class ReportSource
{
    public const int Days = 31;
    public const long ProfileId = 1_234_567_890_123;
    public const string Currency = "USD";
    public const int AttributionDays = 7;

    // Every twentieth row is restated.
    private const ulong RestatedShare = 20;

    private readonly int _seed;
    private readonly TargetFacts[] _targets;

    public ReportSource(long rows, int seed)
    {
        Rows = rows;
        _seed = seed;
        _targets = new TargetFacts[(rows + Days - 1) / Days];
        for (int i = 0; i < _targets.Length; i++)
        {
            _targets[i] = new TargetFacts(seed, i);
        }
    }

    public static DateOnly FirstDay { get; } = new(2026, 1, 12);

    public static DateOnly LastDay { get; } = FirstDay.AddDays(Days - 1);

    public long Rows { get; }

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
        var row = new ReportRow { Target = _targets[0] };
        for (long i = 0; i < Rows; i++)
        {
            Fill(row, i);
            if (i < restated && IsRestated(i))
            {
                row.Values[ReportMetrics.Purchases30d]++;
                row.Values[ReportMetrics.Units30d]++;
                row.Values[ReportMetrics.Sales30d] += row.Target.PriceCents;
            }

            yield return row;
        }
    }

    private bool IsRestated(long number) => SeededRandom.Mix((ulong)_seed + 99, (ulong)number) % RestatedShare == 0;

    private void Fill(ReportRow row, long number)
    {
        row.Day = (int)(number / _targets.Length);
        TargetFacts target = row.Target = _targets[number % _targets.Length];
        var random = new SeededRandom(SeededRandom.Mix((ulong)_seed + 3, (ulong)number));
        long[] values = row.Values;
        long impressions = 1 + (long)(-Math.Log(1 - random.NextDouble()) * (4 + (3_000 * target.Popularity)));
        long clicks = Math.Min(impressions, (long)((impressions * 0.008) + random.NextDouble()));
        long orders7 = Math.Min(clicks, (long)((clicks * 0.1) + random.NextDouble()));
        long orders1 = random.Next(orders7 + 1);
        long orders14 = orders7 + (clicks > orders7 && random.Next(10) == 0 ? 1 : 0);
        long orders30 = orders14 + (clicks > orders14 && random.Next(10) == 0 ? 1 : 0);
        long more = random.Next(5) == 0 ? 1 : 0;
        values[ReportMetrics.Impressions] = impressions;
        values[ReportMetrics.Clicks] = clicks;
        values[ReportMetrics.Cost] = clicks == 0 ? 0 : (clicks * target.CostPerClickCents) + random.Next(20);
        values[ReportMetrics.Purchases1d] = orders1;
        values[ReportMetrics.Purchases7d] = orders7;
        values[ReportMetrics.Purchases14d] = orders14;
        values[ReportMetrics.Purchases30d] = orders30;
        long units1 = values[ReportMetrics.Units1d] = orders1 == 0 ? 0 : orders1 + more;
        long units7 = values[ReportMetrics.Units7d] = orders7 == 0 ? 0 : orders7 + more;
        long units14 = values[ReportMetrics.Units14d] = orders14 == 0 ? 0 : orders14 + more;
        long units30 = values[ReportMetrics.Units30d] = orders30 == 0 ? 0 : orders30 + more;
        values[ReportMetrics.Sales1d] = units1 * target.PriceCents;
        values[ReportMetrics.Sales7d] = units7 * target.PriceCents;
        values[ReportMetrics.Sales14d] = units14 * target.PriceCents;
        values[ReportMetrics.Sales30d] = units30 * target.PriceCents;
        long same = values[ReportMetrics.SameSku7d] = random.Next(units7 + 1) * target.PriceCents;
        values[ReportMetrics.SameSku14d] = same + ((units14 - units7) * target.PriceCents);
    }
}
