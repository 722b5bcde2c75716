namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>
/// A row of <c>performance_scopes</c>: a number for a profile and dataset, which stands in each of their rows in place of both.
/// </summary>
internal sealed class PpcPerformanceScope
{
    /// <summary>The number.</summary>
    public int ScopeId { get; set; }

    /// <summary>The account.</summary>
    public long AccountId { get; set; }

    /// <summary>The profile.</summary>
    public long ProfileId { get; set; }

    /// <summary>The dataset.</summary>
    public string Dataset { get; set; } = "";

    /// <summary>
    /// The metrics that the dataset reports: the bit of each is its number in <see cref="Etl.PerformanceMetric"/>. A reported
    /// one that is null in a row is 0.
    /// </summary>
    public long Metrics { get; set; }

    /// <summary>The instant of the newest load.</summary>
    public DateTimeOffset? KnownAt { get; set; }
}
