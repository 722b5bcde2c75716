using System.Diagnostics;
using System.Diagnostics.Metrics;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Calls;
using PpcAds.Sdk.Drift;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Http;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Diagnostics;

/// <summary>The instruments. One for a host or for a client of its own; costs next to nothing while nobody listens.</summary>
internal sealed class PpcAdsMetrics : IDisposable
{
    private static readonly ReportJobState[] OpenStates =
        [.. Enum.GetValues<ReportJobState>().Where(state => state is not (ReportJobState.Loaded or ReportJobState.Abandoned))];

    private readonly Meter _meter;
    private readonly Histogram<double> _requestDuration;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _throttled;
    private readonly Counter<long> _tokenRefreshes;
    private readonly Histogram<double> _reportWait;
    private readonly Counter<long> _rows;
    private readonly Histogram<double> _loadDuration;
    private readonly Counter<long> _steps;
    private readonly Counter<long> _drift;
    private readonly Counter<long> _issues;
    private readonly Histogram<double> _dataLag;
    private readonly ObservableGauge<long> _jobs;
    private readonly ObservableGauge<double> _jobAge;
    private volatile Func<IEnumerable<GovernedRate>>? _rates;
    private volatile OpenJobs? _open;
    private volatile FirstEnd? _firstEnd;

    /// <param name="factory">The host's; without one, a meter of its own is made.</param>
    public PpcAdsMetrics(IMeterFactory? factory = null)
    {
        _meter = factory is null ? new Meter(PpcAdsTelemetry.MeterName) : factory.Create(new MeterOptions(PpcAdsTelemetry.MeterName));
        _requestDuration = Durations(
            PpcAdsTelemetry.ClientRequestDurationMetric, "One request on the wire.", [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]);
        _retries = _meter.CreateCounter<long>(PpcAdsTelemetry.ClientRetriesMetric, "{retry}", "Attempts that failed and are made again.");
        _throttled = _meter.CreateCounter<long>(PpcAdsTelemetry.ClientThrottledMetric, "{request}", "Requests that Amazon throttled.");
        _tokenRefreshes = _meter.CreateCounter<long>(PpcAdsTelemetry.TokenRefreshesMetric, "{refresh}", "Refreshes of access tokens.");
        _reportWait = Durations(
            PpcAdsTelemetry.ReportWaitDurationMetric, "From asking for a report to seeing that it is ready.", [10, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 10800, 21600]);
        _rows = _meter.CreateCounter<long>(PpcAdsTelemetry.IngestionRowsMetric, "{row}", "Rows of reports and entities.");
        _loadDuration = Durations(
            PpcAdsTelemetry.IngestionLoadDurationMetric, "From the first row of a report's file to the commit.", [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600]);
        _steps = _meter.CreateCounter<long>(PpcAdsTelemetry.IngestionStepsMetric, "{step}", "Steps of ingestion.");
        _drift = _meter.CreateCounter<long>(PpcAdsTelemetry.SchemaDriftMetric, "{difference}", "Answers that differ from what this release knows.");
        _issues = _meter.CreateCounter<long>(PpcAdsTelemetry.IngestionIssuesMetric, "{issue}", "What a sync noted for people beside its steps.");
        _dataLag = _meter.CreateHistogram(
            PpcAdsTelemetry.IngestionDataLagMetric,
            "d",
            "How far a profile's last loaded day is behind its yesterday.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0, 1, 2, 3, 5, 7, 14, 30, 60, 95] });
        _jobs = _meter.CreateObservableGauge(PpcAdsTelemetry.IngestionJobsMetric, ObserveJobs, "{job}", "Open report jobs, as last seen.");
        _jobAge = _meter.CreateObservableGauge(PpcAdsTelemetry.IngestionJobAgeMetric, ObserveJobAges, "s", "The oldest open report job, as last seen.");
        _meter.CreateObservableGauge(PpcAdsTelemetry.ConsentRemainingMetric, ObserveConsent, "d", "Until the first consent of an active account ends.");
        _meter.CreateObservableGauge(PpcAdsTelemetry.ClientRateMetric, ObserveRates, "{request}/s", "The rate that the governor allows, the lowest of all accounts.");
    }

    /// <summary>Whether it is worth asking the store for the open jobs.</summary>
    public bool WantsJobs => _jobs.Enabled || _jobAge.Enabled;

    public static string ErrorTypeOf(AmazonAdsException failure) => failure.StatusCode is { } status ? NumberOf((int)status) : "no_answer";

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

    /// <summary>One answer: its time, its status, whether it throttles. Also told to the call's span.</summary>
    public void Answered(CallContext call, int statusCode, string? requestId, TimeSpan duration)
    {
        PpcAdsSpans.Answered(statusCode, requestId);
        if (_requestDuration.Enabled)
        {
            TagList tags = TagsOf(call);
            tags.Add(PpcAdsTelemetry.StatusCodeTag, statusCode);
            if (statusCode >= 400)
            {
                tags.Add(PpcAdsTelemetry.ErrorTypeTag, NumberOf(statusCode));
            }

            _requestDuration.Record(duration.TotalSeconds, tags);
        }

        // Amazon S3 throttles with 503 Slow Down.
        if (_throttled.Enabled && FileDownloader.IsThrottled(call.Operation, statusCode))
        {
            _throttled.Add(1, TagsOf(call));
        }
    }

    /// <summary>A request that was not answered.</summary>
    public void NotAnswered(CallContext call, TimeSpan duration)
    {
        if (_requestDuration.Enabled)
        {
            TagList tags = TagsOf(call);
            tags.Add(PpcAdsTelemetry.ErrorTypeTag, "no_answer");
            _requestDuration.Record(duration.TotalSeconds, tags);
        }
    }

    public void Retried(CallContext call, AmazonAdsException failure)
    {
        if (_retries.Enabled)
        {
            TagList tags = TagsOf(call);
            tags.Add(PpcAdsTelemetry.ErrorTypeTag, ErrorTypeOf(failure));
            _retries.Add(1, tags);
        }
    }

    /// <summary>Refreshes a token, in a span, and counts the outcome.</summary>
    public async Task<AccessToken> RefreshAsync(Func<Task<AccessToken>> refresh)
    {
        using Activity? span = PpcAdsSpans.TokenRefresh();
        string outcome = "failed";
        try
        {
            AccessToken token = await PpcAdsSpans.InAsync(span, refresh).ConfigureAwait(false);
            outcome = "done";
            return token;
        }
        catch (AmazonAdsAuthenticationException exception) when (!exception.IsTransient)
        {
            outcome = "refused";
            throw;
        }
        finally
        {
            span?.SetTag(PpcAdsTelemetry.OutcomeTag, outcome);
            _tokenRefreshes.Add(1, new KeyValuePair<string, object?>(PpcAdsTelemetry.OutcomeTag, outcome));
        }
    }

    /// <summary>Has the rates of a governor observed: the newest one's, if there are several.</summary>
    public void Observe(Func<IEnumerable<GovernedRate>> rates) => _rates = rates;

    public void ReportReady(ReportJob job, DateTimeOffset now)
    {
        if (_reportWait.Enabled && job.RequestedAt is { } requestedAt && requestedAt <= now)
        {
            _reportWait.Record((now - requestedAt).TotalSeconds, TagOf(job.Dataset));
        }
    }

    /// <summary>Loads a report's rows and tells how long that took.</summary>
    public async Task<LoadResult> LoadAsync(string dataset, TimeProvider timeProvider, Func<Task<LoadResult>> load)
    {
        long start = timeProvider.GetTimestamp();
        LoadResult result = await load().ConfigureAwait(false);
        _loadDuration.Record(timeProvider.GetElapsedTime(start).TotalSeconds, TagOf(dataset));
        return result;
    }

    /// <summary>An answer that differs from what this release knows.</summary>
    public void Drifted(DriftNote note) => _drift.Add(
        1,
        new KeyValuePair<string, object?>(PpcAdsTelemetry.OperationTag, note.Source),
        new KeyValuePair<string, object?>(PpcAdsTelemetry.DriftKindTag, NameOf(note.Kind)));

    /// <summary>Something that people may want to know.</summary>
    /// <param name="reason">One of few texts.</param>
    public void Noted(string reason) => _issues.Add(1, new KeyValuePair<string, object?>(PpcAdsTelemetry.ReasonTag, reason));

    /// <summary>One step that ended, with its rows.</summary>
    public void Ended(StepResult result)
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

    /// <summary>The days from the last loaded one to yesterday in the profile's time zone; a profile without any lacks the whole backfill.</summary>
    public void Planned(string dataset, DateOnly today, DateOnly? lastLoaded, int backfillDays)
    {
        if (_dataLag.Enabled)
        {
            int lag = lastLoaded is { } last ? today.AddDays(-1).DayNumber - last.DayNumber : backfillDays;
            _dataLag.Record(Math.Max(0, lag), TagOf(dataset));
        }
    }

    /// <summary>The open jobs as the store has them now. Kept, so that whoever observes never waits for a database.</summary>
    public void SawJobs(IReadOnlyList<ReportJob> open, TimeProvider timeProvider) => _open = new OpenJobs(
        open.GroupBy(job => job.State).ToDictionary(jobs => jobs.Key, jobs => (jobs.LongCount(), jobs.Min(job => job.CreatedAt))), timeProvider);

    /// <summary>When the first consent ends.</summary>
    public void SawConsents(DateTimeOffset? firstEnd, TimeProvider timeProvider) => _firstEnd = firstEnd is { } end ? new FirstEnd(end, timeProvider) : null;

    public void Dispose() => _meter.Dispose();

    private static TagList TagsOf(CallContext call)
    {
        var tags = new TagList { { PpcAdsTelemetry.OperationTag, call.Operation } };
        if (call.Region is { } region)
        {
            tags.Add(PpcAdsTelemetry.RegionTag, region.ToString());
        }

        return tags;
    }

    private static KeyValuePair<string, object?> TagOf(string dataset) => new(PpcAdsTelemetry.DatasetTag, dataset);

    private static KeyValuePair<string, object?> TagOf(ReportJobState state) => new(PpcAdsTelemetry.JobStateTag, state.ToString());

    private static string NumberOf(int statusCode) => statusCode.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private void Rows(string dataset, string change, long count)
    {
        if (count > 0)
        {
            _rows.Add(count, TagOf(dataset), new KeyValuePair<string, object?>(PpcAdsTelemetry.ChangeTag, change));
        }
    }

    private Histogram<double> Durations(string name, string description, double[] buckets) =>
        _meter.CreateHistogram(name, "s", description, advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = buckets });

    private IEnumerable<Measurement<double>> ObserveRates() =>
        (_rates?.Invoke() ?? [])
            .GroupBy(rate => (rate.Region, rate.OperationClass))
            .Select(rates => new Measurement<double>(
                rates.Min(rate => rate.CallsPerSecond),
                new(PpcAdsTelemetry.RegionTag, rates.Key.Region.ToString()),
                new(PpcAdsTelemetry.OperationClassTag, rates.Key.OperationClass.ToString())));

    // All states, so that one that has emptied goes back to 0.
    private IEnumerable<Measurement<long>> ObserveJobs() => _open is not { } open ? [] : OpenStates
        .Select(state => new Measurement<long>(open.ByState.TryGetValue(state, out var jobs) ? jobs.Count : 0, TagOf(state)));

    private IEnumerable<Measurement<double>> ObserveJobAges() => _open is not { } open ? [] : open.ByState
        .Select(jobs => new Measurement<double>(Math.Max(0, (open.TimeProvider.GetUtcNow() - jobs.Value.Oldest).TotalSeconds), TagOf(jobs.Key)));

    private IEnumerable<Measurement<double>> ObserveConsent() =>
        _firstEnd is { } first ? [new Measurement<double>((first.End - first.TimeProvider.GetUtcNow()).TotalDays)] : [];

    private sealed record FirstEnd(DateTimeOffset End, TimeProvider TimeProvider);

    private sealed record OpenJobs(IReadOnlyDictionary<ReportJobState, (long Count, DateTimeOffset Oldest)> ByState, TimeProvider TimeProvider);
}
