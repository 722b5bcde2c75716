namespace PpcAds.Sdk.Benchmarks.Input;

/// <summary>
/// The dense report, of Sponsored Products by target and day: each target has a row for each day. Most have few impressions and
/// no click, as in life.
/// </summary>
internal sealed class TargetReport : ReportSource
{
    private readonly TargetFacts[] _targets;

    public TargetReport(long rows, int seed)
        : base(rows, seed)
    {
        _targets = new TargetFacts[(rows + Days - 1) / Days];
        for (int i = 0; i < _targets.Length; i++)
        {
            _targets[i] = new TargetFacts(seed, i);
        }
    }

    public override string Dataset => "sp.target";

    protected override IEnumerable<ReportRow> ReadFirst()
    {
        var row = new ReportRow { Target = _targets[0] };
        for (long i = 0; i < Rows; i++)
        {
            Fill(row, i);
            yield return row;
        }
    }

    private void Fill(ReportRow row, long number)
    {
        row.Day = (int)(number / _targets.Length);
        TargetFacts target = row.Target = _targets[number % _targets.Length];
        SeededRandom random = RandomOf(number);
        long impressions = 1 + (long)(-Math.Log(1 - random.NextDouble()) * (4 + (3_000 * target.Popularity)));
        long clicks = Math.Min(impressions, (long)((impressions * 0.008) + random.NextDouble()));
        long orders = Math.Min(clicks, (long)((clicks * 0.1) + random.NextDouble()));
        RowMetrics.Fill(row, impressions, clicks, orders, ref random);
    }
}
