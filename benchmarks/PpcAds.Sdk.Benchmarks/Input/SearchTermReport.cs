using System.Numerics;

namespace PpcAds.Sdk.Benchmarks.Input;

/// <summary>
/// The sparse report, of Sponsored Products by search term: of 60% of the terms there is one row, of the others some, of few a
/// row each day. Few rows have an order. Every third term was met by a second target as well.
/// </summary>
internal sealed class SearchTermReport : ReportSource
{
    private const int RowsPerTarget = 40;
    private const double OneDayShare = 0.6;
    private const double MeanImpressions = 4;
    private const double ClickShare = 0.4;
    private const double SecondClickShare = 0.15;
    private const double OrderShare = 0.1;

    private readonly TargetFacts[] _targets;

    // A bit for each day on which a term was searched for.
    private readonly List<int> _days = [];

    public SearchTermReport(long rows, int seed)
        : base(rows, seed)
    {
        _targets = new TargetFacts[Math.Max(2, rows / RowsPerTarget)];
        for (int i = 0; i < _targets.Length; i++)
        {
            _targets[i] = new TargetFacts(seed, i);
        }

        for (long left = rows; left > 0;)
        {
            int days = DaysOf(_days.Count, left);
            _days.Add(days);
            left -= BitOperations.PopCount((uint)days);
        }
    }

    public override string Dataset => "sp.search_term";

    protected override IEnumerable<ReportRow> ReadFirst()
    {
        var row = new ReportRow { Target = _targets[0] };
        long number = 0;
        for (int day = 0; day < Days; day++)
        {
            for (int term = 0; term < _days.Count; term++)
            {
                if ((_days[term] & (1 << day)) != 0)
                {
                    row.Day = day;
                    row.Target = _targets[TargetOf(term)];
                    row.SearchTerm = SearchTerms.Of(IsMetTwice(term) ? term - 1 : term);
                    Fill(row, number++);
                    yield return row;
                }
            }
        }
    }

    /// <summary>Whether the term is the one before, of another target.</summary>
    private static bool IsMetTwice(int term) => term % 3 == 2;

    /// <summary>Few targets meet most of the terms.</summary>
    private int TargetOf(int term)
    {
        var random = new SeededRandom(SeededRandom.Mix((ulong)Seed + 7, (ulong)term));
        double share = random.NextDouble();
        return IsMetTwice(term)
            ? (TargetOf(term - 1) + 1 + (int)random.Next(_targets.Length - 1)) % _targets.Length
            : (int)(_targets.Length * share * share);
    }

    private int DaysOf(int term, long most)
    {
        var random = new SeededRandom(SeededRandom.Mix((ulong)Seed + 5, (ulong)term));
        int count = random.NextDouble() < OneDayShare ? 1 : 2 + (int)((Days - 1) * Math.Pow(random.NextDouble(), 6));
        int days = 0;
        while (BitOperations.PopCount((uint)days) < Math.Min(count, most))
        {
            days |= 1 << (int)random.Next(Days);
        }

        return days;
    }

    private void Fill(ReportRow row, long number)
    {
        SeededRandom random = RandomOf(number);
        long impressions = 1 + (long)(-Math.Log(1 - random.NextDouble()) * MeanImpressions);
        long clicks = random.NextDouble() < ClickShare ? 1 : 0;
        clicks += clicks > 0 && random.NextDouble() < SecondClickShare ? 1 : 0;
        clicks = Math.Min(clicks, impressions);
        long orders = clicks > 0 && random.NextDouble() < OrderShare ? 1 : 0;
        RowMetrics.Fill(row, impressions, clicks, orders, ref random);
    }
}
