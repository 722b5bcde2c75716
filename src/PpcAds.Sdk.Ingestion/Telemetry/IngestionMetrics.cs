using System.Diagnostics.Metrics;
using PpcAds.Sdk.Diagnostics;
using PpcAds.Sdk.Drift;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Ingestion.Telemetry;

/// <summary>The instruments of ingestion. They cost next to nothing while there is no listener.</summary>
internal sealed class IngestionMetrics : IDisposable
{
    private static readonly ReportJobState[] OpenStates =
        [.. Enum.GetValues<ReportJobState>().Where(state => state is not (ReportJobState.Loaded or ReportJobState.Abandoned))];

    private readonly Meter _meter;
    private readonly Histogram<double> _reportWait;
    private readonly Counter<long> _rows;
    private readonly Histogram<double> _loadDuration;
    private readonly Counter<long> _steps;
    private readonly Counter<long> _drift;
    private readonly Counter<long> _issues;
    private readonly Histogram<double> _dataLag;
    private readonly ObservableGauge<long> _jobs;
    private readonly ObservableGauge<double> _jobAge;
    private volatile OpenJobs? _open;
    private volatile FirstEnd? _firstEnd;

    /// <param name="factory">The host's; without one, a meter of its own is made.</param>
    public IngestionMetrics(IMeterFactory? factory = null)
    {
        _meter = PpcAdsMeter.Create(factory);
        _reportWait = _meter.CreateDuration(
            PpcAdsTelemetry.ReportWaitDurationMetric,
            "From requesting a report to seeing that it is ready.",
            [10, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 10800, 21600]);
        _rows = _meter.CreateCounter<long>(PpcAdsTelemetry.IngestionRowsMetric, "{row}", "Rows of reports and entities.");
        _loadDuration = _meter.CreateDuration(
            PpcAdsTelemetry.IngestionLoadDurationMetric,
            "From the first row of a report's file to the commit.",
            [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600]);
        _steps = _meter.CreateCounter<long>(PpcAdsTelemetry.IngestionStepsMetric, "{step}", "Steps of ingestion.");
        _drift = _meter.CreateCounter<long>(
            PpcAdsTelemetry.SchemaDriftMetric, "{difference}", "Answers that differ from what this release knows.");
        _issues = _meter.CreateCounter<long>(
            PpcAdsTelemetry.IngestionIssuesMetric, "{issue}", "Issues that a sync noted in addition to its steps.");
        _dataLag = _meter.CreateHistogram(
            PpcAdsTelemetry.IngestionDataLagMetric,
            "d",
            "How far a profile's last loaded day is behind its yesterday.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0, 1, 2, 3, 5, 7, 14, 30, 60, 95] });
        _jobs = _meter.CreateObservableGauge(
            PpcAdsTelemetry.IngestionJobsMetric, ObserveJobs, "{job}", "Open report jobs, as last seen.");
        _jobAge = _meter.CreateObservableGauge(
            PpcAdsTelemetry.IngestionJobAgeMetric, ObserveJobAges, "s", "The oldest open report job, as last seen.");
        _meter.CreateObservableGauge(
            PpcAdsTelemetry.ConsentRemainingMetric, ObserveConsent, "d", "Until the first consent of an active account ends.");
    }

    /// <summary>Whether it is worth asking the store for the open jobs.</summary>
    public bool WantsJobs => _jobs.Enabled || _jobAge.Enabled;

    private static string NameOf(DriftKind kind) => kind switch
    {
        DriftKind.NewMember => "new_member",
        DriftKind.MissingMember => "missing_member",
        DriftKind.UnknownValue => "unknown_value",
        DriftKind.ChangedType => "changed_type",
        DriftKind.TooFewEntities => "too_few_entities",
        DriftKind.UnstorableText => "unstorable_text",
        _ => "without_id",
    };

    public static string NameOf(StepOutcome outcome) => outcome switch
    {
        StepOutcome.Done => "done",
        StepOutcome.Skipped => "skipped",
        _ => "failed",
    };

    public void RecordReady(ReportJob job, DateTimeOffset now)
    {
        if (_reportWait.Enabled && job.RequestedAt is { } requestedAt && requestedAt <= now)
        {
            _reportWait.Record((now - requestedAt).TotalSeconds, TagOf(job.Dataset));
        }
    }

    /// <summary>Loads a report's rows and records how long that took.</summary>
    public async Task<LoadResult> LoadAsync(string dataset, TimeProvider timeProvider, Func<Task<LoadResult>> load)
    {
        long start = timeProvider.GetTimestamp();
        LoadResult result = await load().ConfigureAwait(false);
        _loadDuration.Record(timeProvider.GetElapsedTime(start).TotalSeconds, TagOf(dataset));
        return result;
    }

    /// <summary>An answer that differs from what this release knows.</summary>
    public void RecordDifference(DriftNote note) => _drift.Add(
        1,
        new KeyValuePair<string, object?>(PpcAdsTelemetry.OperationTag, note.Source),
        new KeyValuePair<string, object?>(PpcAdsTelemetry.DriftKindTag, NameOf(note.Kind)));

    /// <summary>Something that people may want to know.</summary>
    /// <param name="reason">One of few texts.</param>
    public void RecordIssue(string reason) =>
        _issues.Add(1, new KeyValuePair<string, object?>(PpcAdsTelemetry.ReasonTag, reason));

    /// <summary>One step that ended, with its rows.</summary>
    public void RecordStep(StepResult result)
    {
        string step = result.Step.Split(' ', 2)[0];
        _steps.Add(
            1,
            new KeyValuePair<string, object?>(PpcAdsTelemetry.StepTag, step),
            new KeyValuePair<string, object?>(PpcAdsTelemetry.OutcomeTag, NameOf(result.Outcome)));
        if (_rows.Enabled && result.Load is { } load)
        {
            string dataset = result.Job?.Dataset ?? step;
            Rows(dataset, "inserted", load.Inserted);
            Rows(dataset, "changed", load.Changed);
            Rows(dataset, "unchanged", load.Unchanged);
            Rows(dataset, "removed", load.Removed);
            Rows(dataset, "rejected", load.Rejected);
        }
    }

    /// <summary>
    /// The days from the last loaded one to yesterday in the profile's time zone; a profile without any lacks the whole backfill.
    /// </summary>
    public void RecordPlan(string dataset, DateOnly today, DateOnly? lastLoaded, int backfillDays)
    {
        if (_dataLag.Enabled)
        {
            int lag = lastLoaded is { } last ? today.AddDays(-1).DayNumber - last.DayNumber : backfillDays;
            _dataLag.Record(Math.Max(0, lag), TagOf(dataset));
        }
    }

    /// <summary>The open jobs as the store has them now. Kept, so that whoever observes never waits for a database.</summary>
    public void UpdateJobs(IReadOnlyList<ReportJob> open, TimeProvider timeProvider) => _open = new OpenJobs(
        open.GroupBy(job => job.State).ToDictionary(jobs => jobs.Key, jobs => (jobs.LongCount(), jobs.Min(job => job.CreatedAt))),
        timeProvider);

    /// <summary>When the first consent ends.</summary>
    public void UpdateConsents(DateTimeOffset? firstEnd, TimeProvider timeProvider) =>
        _firstEnd = firstEnd is { } end ? new FirstEnd(end, timeProvider) : null;

    public void Dispose() => _meter.Dispose();

    private static KeyValuePair<string, object?> TagOf(string dataset) => new(PpcAdsTelemetry.DatasetTag, dataset);

    private static KeyValuePair<string, object?> TagOf(ReportJobState state) =>
        new(PpcAdsTelemetry.JobStateTag, state.ToString());

    private void Rows(string dataset, string change, long count)
    {
        if (count > 0)
        {
            _rows.Add(count, TagOf(dataset), new KeyValuePair<string, object?>(PpcAdsTelemetry.ChangeTag, change));
        }
    }

    // All states, so that one that has emptied goes back to 0.
    private IEnumerable<Measurement<long>> ObserveJobs() => _open is not { } open ? [] : OpenStates
        .Select(state => new Measurement<long>(open.ByState.TryGetValue(state, out var jobs) ? jobs.Count : 0, TagOf(state)));

    private IEnumerable<Measurement<double>> ObserveJobAges() => _open is not { } open ? [] : open.ByState
        .Select(
            jobs =>
                new Measurement<double>(
                    Math.Max(0, (open.TimeProvider.GetUtcNow() - jobs.Value.Oldest).TotalSeconds), TagOf(jobs.Key)));

    private IEnumerable<Measurement<double>> ObserveConsent() =>
        _firstEnd is { } first ? [new Measurement<double>((first.End - first.TimeProvider.GetUtcNow()).TotalDays)] : [];

    private sealed record FirstEnd(DateTimeOffset End, TimeProvider TimeProvider);

    private sealed record OpenJobs(
        IReadOnlyDictionary<ReportJobState, (long Count, DateTimeOffset Oldest)> ByState, TimeProvider TimeProvider);
}
