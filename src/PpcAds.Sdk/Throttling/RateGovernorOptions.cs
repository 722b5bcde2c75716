namespace PpcAds.Sdk.Throttling;

/// <summary>
/// The options of an <see cref="AdaptiveRateGovernor"/> that is created without <c>AddPpcAds</c>. Every default works.
/// </summary>
public sealed class RateGovernorOptions
{
    /// <summary>Gets or sets how many calls one account has in flight at most. Default: 8.</summary>
    public int MaxConcurrentCallsPerAccount { get; set; } = 8;

    /// <summary>
    /// Gets or sets the pause of a class of operations after a 429 without <c>Retry-After</c>; it doubles each time that no call
    /// passed in between. Default: 2 seconds, as Amazon recommends.
    /// </summary>
    public TimeSpan BasePause { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Gets or sets the longest such pause. Default: 60 seconds.</summary>
    public TimeSpan MaxPause { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets or sets how the rate of calls follows Amazon's limits.</summary>
    public ThrottlingOptions Throttling { get; set; } = new();

    internal RateGovernorOptions Clone()
    {
        var copy = (RateGovernorOptions)MemberwiseClone();
        copy.Throttling = Throttling.Clone();
        return copy;
    }
}
