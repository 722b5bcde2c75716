namespace PpcAds.Sdk.Chaos.Throttle;

/// <summary>One course of limits.</summary>
internal sealed record TrialSettings
{
    /// <summary>The limit of each phase, in calls per second.</summary>
    public IReadOnlyList<double> Limits { get; init; } = [10, 2, 25, 5];

    public TimeSpan PhaseLength { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>The beginning of each phase that is not counted.</summary>
    public TimeSpan Settling { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How many calls the server lets through at once.</summary>
    public double Burst { get; init; } = 10;

    public bool SendsRetryAfter { get; init; } = true;

    public int Workers { get; init; } = 16;

    public int Seed { get; init; } = 1;
}
