using System.Diagnostics.Metrics;
using PpcAds.Sdk.Diagnostics;

namespace PpcAds.Sdk.Throttling;

/// <summary>The gauge of allowed rates.</summary>
internal sealed class RateMetrics
{
    private volatile Func<IEnumerable<GovernedRate>>? _rates;

    public RateMetrics(Meter meter) => meter.CreateObservableGauge(
        PpcAdsTelemetry.ClientRateMetric,
        Measure,
        "{request}/s",
        "The rate that the governor allows, the lowest of all accounts.");

    /// <summary>Observes the rates of a governor: the newest one's, if there are several.</summary>
    public void Observe(Func<IEnumerable<GovernedRate>> rates) => _rates = rates;

    private IEnumerable<Measurement<double>> Measure() =>
        (_rates?.Invoke() ?? [])
            .GroupBy(rate => (rate.Region, rate.OperationClass))
            .Select(rates => new Measurement<double>(
                rates.Min(rate => rate.CallsPerSecond),
                new(PpcAdsTelemetry.RegionTag, rates.Key.Region.ToString()),
                new(PpcAdsTelemetry.OperationClassTag, rates.Key.OperationClass.ToString())));
}
