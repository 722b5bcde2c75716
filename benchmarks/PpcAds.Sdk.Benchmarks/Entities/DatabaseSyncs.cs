using System.Globalization;
using PpcAds.Sdk.Benchmarks.Measuring;
using PpcAds.Sdk.Benchmarks.Output;

namespace PpcAds.Sdk.Benchmarks.Entities;

/// <summary>The syncs into one kind of database, and what they must show.</summary>
/// <param name="name">The database.</param>
internal sealed class DatabaseSyncs(string name)
{
    private const double MostGrowth = 1.25;
    private const double MostPeakBytes = 250e6;

    private readonly List<double> _growths = [];

    public Series First { get; } = new($"{name}, first sync", "Lists");

    public Series Second { get; } = new($"{name}, second sync", "Lists");

    public IEnumerable<ReportEntry> Entries => [ReportEntry.Of(First), ReportEntry.Of(Second)];

    public IEnumerable<string> Differences =>
        from series in (Series[])[First, Second]
        from outcome in series.Outcomes
        where outcome.Difference is not null
        select $"{series.Name}: {outcome.Difference}";

    public void Add(EntitySyncOutcome outcome)
    {
        First.Add(outcome.First);
        Second.Add(outcome.Second);
        _growths.Add(outcome.Growth);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {name,-10} first {outcome.First.Seconds,6:0.0} s, last tenth of the keywords {outcome.Growth:0.00}x the first, "
            + $"second {outcome.Second.Seconds,6:0.0} s, peak {outcome.Second.PeakKb * 1024 / 1e6:0} MB"));
    }

    public IEnumerable<Bound> Judge()
    {
        double[] sorted = [.. _growths.Order()];
        double growth = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        double peak = Math.Max(First.PeakBytes, Second.PeakBytes);
        long written = Second.Outcomes.Max(outcome => outcome.Written!.Value);
        return
        [
            Bound.AtMost($"{name}, last tenth of the keyword pages against the first", growth, MostGrowth),
            new Bound($"{name}, peak memory", Text($"{peak / 1e6:0.0} MB"), "< 250 MB", peak < MostPeakBytes),
            new Bound($"{name}, rows that the second sync wrote", Text($"{written:N0}"), "0", written == 0),
        ];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
