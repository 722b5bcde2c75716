using PpcAds.Sdk.Diagnostics;

namespace OpenTelemetry.Metrics;

/// <summary>Lets OpenTelemetry take the metrics of the SDK.</summary>
public static class PpcAdsMeterProviderBuilderExtensions
{
    /// <summary>Takes the metrics of <see cref="PpcAdsTelemetry.MeterName"/>.</summary>
    public static MeterProviderBuilder AddPpcAdsInstrumentation(this MeterProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddMeter(PpcAdsTelemetry.MeterName);
    }
}
