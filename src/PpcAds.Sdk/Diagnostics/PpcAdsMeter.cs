using System.Diagnostics.Metrics;

namespace PpcAds.Sdk.Diagnostics;

/// <summary>Creates the meter and its histograms of durations.</summary>
internal static class PpcAdsMeter
{
    /// <summary>Creates a meter: the host's, or without a factory one of the caller's own.</summary>
    public static Meter Create(IMeterFactory? factory) =>
        factory is null ? new Meter(PpcAdsTelemetry.MeterName) : factory.Create(new MeterOptions(PpcAdsTelemetry.MeterName));

    public static Histogram<double> CreateDuration(this Meter meter, string name, string description, double[] buckets) =>
        meter.CreateHistogram(
            name, "s", description, advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = buckets });
}
