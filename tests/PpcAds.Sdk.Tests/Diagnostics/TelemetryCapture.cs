using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using PpcAds.Sdk.Diagnostics;

namespace PpcAds.Sdk.Tests.Diagnostics;

/// <summary>Listens to one host's meter, and to the spans of what is done while it lives. Other tests run beside it.</summary>
internal sealed class TelemetryCapture : IDisposable
{
    private readonly ConcurrentQueue<(string Name, double Value, KeyValuePair<string, object?>[] Tags)> _measurements = new();
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _activities;
    private readonly Activity _root = new("test");

    public TelemetryCapture(IMeterFactory factory)
    {
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == PpcAdsTelemetry.MeterName && instrument.Meter.Scope == factory)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => _measurements.Enqueue((instrument.Name, value, tags.ToArray())));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => _measurements.Enqueue((instrument.Name, value, tags.ToArray())));
        _meters.Start();
        _root.Start();
        _activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == PpcAdsTelemetry.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Parent.TraceId == _root.TraceId ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_activities);
    }

    public IReadOnlyList<Activity> Spans => [.. _spans.Where(span => span.TraceId == _root.TraceId)];

    public IReadOnlyList<(string Name, double Value, KeyValuePair<string, object?>[] Tags)> Measurements => [.. _measurements];

    public IEnumerable<(double Value, KeyValuePair<string, object?>[] Tags)> Of(string metric) =>
        Measurements.Where(measurement => measurement.Name == metric).Select(measurement => (measurement.Value, measurement.Tags));

    /// <summary>Has the gauges tell what they have now.</summary>
    public void Observe() => _meters.RecordObservableInstruments();

    public void Dispose()
    {
        _root.Stop();
        _activities.Dispose();
        _meters.Dispose();
    }
}
