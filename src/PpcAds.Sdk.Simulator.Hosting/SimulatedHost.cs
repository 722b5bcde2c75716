namespace PpcAds.Sdk.Simulator.Hosting;

/// <summary>Makes the simulator of a host.</summary>
internal static class SimulatedHost
{
    /// <exception cref="InvalidOperationException">The simulator's clock would not be the host's.</exception>
    public static AmazonAdsSimulator Create(TimeProvider timeProvider, Action<SimulatorOptions>? configure)
    {
        DateTimeOffset now = timeProvider.GetUtcNow();
        var options = new SimulatorOptions
        {
            AsOf = now,
            TimeProvider = timeProvider,
            AllowLocalReturnUrls = true,
            ReportGenerationTime = TimeSpan.FromSeconds(1),
        };
        configure?.Invoke(options);
        return options.AsOf == now && options.TimeProvider == timeProvider
            ? AmazonAdsSimulator.Create(options)
            : throw new InvalidOperationException(
                "PpcAds: UseSimulator() takes the time of the host, so that both have the same day. Leave AsOf and "
                + "TimeProvider as they are; for another day, register a TimeProvider in the host's services before "
                + "AddPpcAds().");
    }
}
