namespace PpcAds.Sdk.Chaos.Throttle;

/// <summary>What was counted in one phase, its first minutes excluded.</summary>
internal sealed record PhaseResult(double Limit, TimeSpan Counted, long Granted, long Refused)
{
    /// <summary>The part of the allowed rate that was used.</summary>
    public double Used => Granted / (Limit * Counted.TotalSeconds);

    /// <summary>The part of the attempts that were answered with 429.</summary>
    public double Throttled => Granted + Refused == 0 ? 0 : (double)Refused / (Granted + Refused);
}
