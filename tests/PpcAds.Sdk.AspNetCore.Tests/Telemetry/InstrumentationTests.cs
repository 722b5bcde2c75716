using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Diagnostics;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.AspNetCore.Tests.Telemetry;

public sealed class InstrumentationTests
{
    [Fact]
    public async Task OpenTelemetry_takes_spans_and_metrics_of_the_SDK()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        var spans = new Spans();
        var names = new MetricNames();
        using TracerProvider tracing = OpenTelemetry.Sdk.CreateTracerProviderBuilder()
            .AddSource(PpcAdsTelemetry.SourceName).AddProcessor(spans).Build();
        using MeterProvider metering = OpenTelemetry.Sdk.CreateMeterProviderBuilder()
            .AddMeter(PpcAdsTelemetry.MeterName).AddReader(new BaseExportingMetricReader(names)).Build();
        await using ServiceProvider services = Services(amazon);
        await services.GetRequiredService<ITokenStore>().SaveAsync(new AccountId(1), amazon.Credentials);
        AmazonAdsClient client = await services.GetRequiredService<IAmazonAdsClientFactory>().CreateAsync(new AccountId(1));

        await client.GetProfilesAsync(AmazonAdsRegion.NorthAmerica);
        metering.ForceFlush();

        spans.Names.Should().Contain([PpcAdsTelemetry.ClientRequestSpan, PpcAdsTelemetry.TokenRefreshSpan]);
        names.Names.Should().Contain([PpcAdsTelemetry.ClientRequestDurationMetric, PpcAdsTelemetry.TokenRefreshesMetric]);
    }

    private static ServiceProvider Services(SimulatedAmazon amazon)
    {
        var services = new ServiceCollection();
        services.AddMetrics().AddSingleton<TimeProvider>(amazon.Time);
        services.AddScannedPpcAds(options => options.Client = SimulatedAmazon.OptionsFor(amazon.Simulator));
        return services.BuildServiceProvider();
    }

    private sealed class Spans : BaseProcessor<Activity>
    {
        public ConcurrentQueue<string> Names { get; } = new();

        public override void OnEnd(Activity data) => Names.Enqueue(data.OperationName);
    }

    private sealed class MetricNames : BaseExporter<Metric>
    {
        public ConcurrentQueue<string> Names { get; } = new();

        public override ExportResult Export(in Batch<Metric> batch)
        {
            foreach (Metric metric in batch)
            {
                Names.Enqueue(metric.Name);
            }

            return ExportResult.Success;
        }
    }
}
