using System.Globalization;

namespace PpcAds.Sdk.Benchmarks.Measuring;

/// <summary>Runs techniques one after another and keeps what they measured.</summary>
internal sealed class Laboratory
{
    private readonly List<Series> _series = [];

    public IReadOnlyList<Series> All => _series;

    /// <summary>Every difference between tables and report that a run left.</summary>
    public IEnumerable<string> Differences =>
        from series in _series from outcome in series.Outcomes where outcome.Difference is not null select $"{series.Name}: {outcome.Difference}";

    public async Task<RunOutcome> RunAsync(string group, string name, RunRequest request, CancellationToken cancellationToken)
    {
        Series? series = Find(name);
        if (series is null)
        {
            series = new Series(name, group);
            _series.Add(series);
        }

        RunOutcome outcome = await ChildProcess.RunAsync(request, cancellationToken);
        series.Add(outcome);
        string result = outcome.IsFinished
            ? string.Create(CultureInfo.InvariantCulture, $"{outcome.Seconds,7:0.00} s")
            : string.Create(CultureInfo.InvariantCulture, $"not finished in {request.LimitSeconds:0} s");
        Console.WriteLine($"  {name,-58} {result}{(outcome.Difference is null ? "" : "   DIFFERS: " + outcome.Difference)}");
        return outcome;
    }

    public Series? Find(string name) => _series.FirstOrDefault(series => series.Name == name);
}
