namespace PpcAds.Sdk.Benchmarks.Measuring;

/// <summary>The runs of one technique on one input.</summary>
/// <param name="name">What people read.</param>
/// <param name="group">Where it stands in table and chart.</param>
internal sealed class Series(string name, string group)
{
    private readonly List<RunOutcome> _outcomes = [];

    public string Name => name;

    public string Group => group;

    public IReadOnlyList<RunOutcome> Outcomes => _outcomes;

    public bool IsFinished => _outcomes.Count > 0 && _outcomes.All(outcome => outcome.IsFinished);

    public double Seconds => Median(outcome => outcome.Seconds);

    public double ProcessorSeconds => Median(outcome => outcome.ProcessorSeconds);

    public double RowsPerSecond => IsFinished ? _outcomes[0].Rows / Seconds : 0;

    /// <summary>In bytes, the highest of all runs.</summary>
    public long PeakBytes => _outcomes.Max(outcome => outcome.PeakKb) * 1024;

    public double? LogBytes => _outcomes.All(outcome => outcome.LogBytes is not null) ? Median(outcome => outcome.LogBytes!.Value) : null;

    /// <summary>What the rows take on the disk.</summary>
    public double? Bytes => _outcomes.All(outcome => outcome.Bytes is not null) ? Median(outcome => outcome.Bytes!.Value) : null;

    /// <summary>Rows written, if all runs wrote as many.</summary>
    public long? Written => _outcomes.Select(outcome => outcome.Written).Distinct().Count() == 1 ? _outcomes[0].Written : null;

    public void Add(RunOutcome outcome) => _outcomes.Add(outcome);

    private double Median(Func<RunOutcome, double> of)
    {
        double[] sorted = [.. _outcomes.Select(of).Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
