namespace PpcAds.Sdk.Throttling;

/// <summary>
/// How the rate grows after a 429. docs/decisions/0014-adaptive-governor.md has the reasons and the measurements.
/// </summary>
internal static class RateCurve
{
    /// <summary>What is left of the limit right after a 429.</summary>
    public const double Decrease = 0.85;

    // A limit of one's own is taken for moved when no 429 came for so many recoveries; a shared one shows less regularly.
    private const double Patience = 1.4;
    private const double SharedPatience = 3;

    // Both as parts of the recovery: the shortest that clients of one limit take, and what each call per second adds to it.
    private const double ShortestShared = 0.2;
    private const double SharedPerCall = 0.12;

    /// <summary>
    /// The rate at a limit of one's own, in the manner of CUBIC: quickly back towards the limit, slowly around it, then ever
    /// faster.
    /// </summary>
    /// <param name="limit">The rate at which 429 came.</param>
    /// <param name="sending">Seconds of sending at full rate since.</param>
    /// <param name="settings">Recovery and doubling.</param>
    public static double Alone(double limit, double sending, RateControllerSettings settings)
    {
        double recovery = settings.Recovery.TotalSeconds * Math.Cbrt(Math.Max(1, limit / 2));
        double end = recovery * Patience;
        double distance = (Math.Min(sending, end) - recovery) / recovery;
        double rate = limit * (1 + ((1 - Decrease) * distance * distance * distance));
        return rate * Doubled(sending - end, settings);
    }

    /// <summary>
    /// The rate at a limit that others use too: it grows by the same amount each second, however large it is, and falls in
    /// proportion. This is what makes shares equal.
    /// </summary>
    /// <inheritdoc cref="Alone"/>
    public static double Shared(double limit, double sending, RateControllerSettings settings)
    {
        double recovery = settings.Recovery.TotalSeconds * Math.Max(ShortestShared, SharedPerCall * limit);
        double end = recovery * SharedPatience;
        double rate = limit * (Decrease + ((1 - Decrease) * Math.Min(sending, end) / recovery));
        return rate * Doubled(sending - end, settings);
    }

    /// <summary>The factor of growth while nothing is known to stand against it.</summary>
    public static double Doubled(double sending, RateControllerSettings settings) =>
        Math.Pow(2, Math.Clamp(sending / settings.Doubling.TotalSeconds, 0, 64));
}
