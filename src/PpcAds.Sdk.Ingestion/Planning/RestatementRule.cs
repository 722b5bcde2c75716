namespace PpcAds.Sdk.Ingestion;

/// <summary>How often days of some age are requested again.</summary>
/// <param name="MaxAgeDays">Holds for days up to this age; yesterday is 1 day old.</param>
/// <param name="EveryDays">Figures that were taken this many days ago are due.</param>
/// <param name="AdProduct">
/// Holds for datasets of this product, such as <c>SPONSORED_BRANDS</c>; <see langword="null"/> for all.
/// </param>
public sealed record RestatementRule(int MaxAgeDays, int EveryDays, string? AdProduct = null)
{
    /// <summary>
    /// Creates a rule whose days are still 0, which is an error when the host starts. .NET's configuration binder uses it: a rule
    /// that lacks a member is refused then, where the binder would drop it in silence.
    /// </summary>
    public RestatementRule()
        : this(0, 0)
    {
    }
}
