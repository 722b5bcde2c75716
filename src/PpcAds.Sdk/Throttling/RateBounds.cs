namespace PpcAds.Sdk.Throttling;

/// <summary>Between which rates one class of operations moves, in calls per second for each account and region.</summary>
public sealed class RateBounds
{
    /// <summary>The rate before anything was learned. The first calls, ten seconds' worth, are sent immediately.</summary>
    public double InitialRate { get; set; }

    /// <summary>The rate that is never left for less. Pauses after 429 come on top.</summary>
    public double MinRate { get; set; }

    /// <summary>The rate that is never exceeded; lower it to leave room for other users of the same limits.</summary>
    public double MaxRate { get; set; }

    internal RateBounds Clone() => (RateBounds)MemberwiseClone();
}
