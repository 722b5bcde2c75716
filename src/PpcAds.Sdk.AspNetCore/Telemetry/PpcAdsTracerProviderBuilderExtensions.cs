using PpcAds.Sdk.Diagnostics;

namespace OpenTelemetry.Trace;

/// <summary>Lets OpenTelemetry take the spans of the SDK.</summary>
public static class PpcAdsTracerProviderBuilderExtensions
{
    /// <summary>Takes the spans of <see cref="PpcAdsTelemetry.SourceName"/>: runs, steps, reports, calls and refreshes of tokens.</summary>
    public static TracerProviderBuilder AddPpcAdsInstrumentation(this TracerProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddSource(PpcAdsTelemetry.SourceName);
    }
}
