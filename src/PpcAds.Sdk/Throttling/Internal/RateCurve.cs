namespace PpcAds.Sdk.Throttling;

/// <summary>
/// How the rate grows after a 429, in the manner of CUBIC: quickly back towards the limit where it came, slowly around it, then ever
/// faster, since a limit that does not show where it was has moved. docs/decisions/0014-adaptive-governor.md has the reasons.
/// </summary>
internal static class RateCurve
{
    /// <summary>What is left of the limit right after a 429.</summary>
    public const double Decrease = 0.85;

    // The limit is taken for moved this long after it should have shown, in parts of the recovery.
    private const double Patience = 1.4;

    /// <summary>The rate after a time of sending at full rate.</summary>
    /// <param name="limit">The rate at which 429 came.</param>
    /// <param name="sending">Seconds of saturated sending since.</param>
    /// <param name="settings">Recovery and doubling.</param>
    public static double After(double limit, double sending, RateLawSettings settings)
    {
        double recovery = RecoveryFrom(limit, settings);
        double cubicUntil = recovery * Patience;
        double distance = (Math.Min(sending, cubicUntil) - recovery) / recovery;
        double rate = limit * (1 + ((1 - Decrease) * distance * distance * distance));
        return sending <= cubicUntil ? rate : rate * Doubled(sending - cubicUntil, settings);
    }

    /// <summary>Growth while no limit is known.</summary>
    public static double Doubled(double sending, RateLawSettings settings) =>
        Math.Pow(2, Math.Min(64, sending / settings.Doubling.TotalSeconds));

    // Two clients of one limit come to equal shares only if the smaller one grows faster in proportion: hence the cube root.
    private static double RecoveryFrom(double limit, RateLawSettings settings) =>
        settings.Recovery.TotalSeconds * Math.Cbrt(Math.Max(1, limit / 2));
}
