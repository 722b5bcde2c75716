using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using PpcAds.Sdk.Diagnostics;

namespace QuickStart;

/// <summary>Spans and metrics of the SDK, exported as they come to the console, or by OTLP to where OTEL_EXPORTER_OTLP_ENDPOINT says.</summary>
internal sealed class Telemetry : IDisposable
{
    private readonly TracerProvider _spans;
    private readonly MeterProvider _metrics;

    private Telemetry(TracerProvider spans, MeterProvider metrics)
    {
        _spans = spans;
        _metrics = metrics;
    }

    public static Telemetry Start()
    {
        TracerProviderBuilder spans = OpenTelemetry.Sdk.CreateTracerProviderBuilder().AddSource(PpcAdsTelemetry.SourceName);
        MeterProviderBuilder metrics = OpenTelemetry.Sdk.CreateMeterProviderBuilder().AddMeter(PpcAdsTelemetry.MeterName);
        return string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT"))
            ? new Telemetry(spans.AddConsoleExporter().Build(), metrics.AddConsoleExporter().Build())
            : new Telemetry(spans.AddOtlpExporter().Build(), metrics.AddOtlpExporter().Build());
    }

    /// <summary>Exports what is left.</summary>
    public void Dispose()
    {
        _spans.Dispose();
        _metrics.Dispose();
    }
}
