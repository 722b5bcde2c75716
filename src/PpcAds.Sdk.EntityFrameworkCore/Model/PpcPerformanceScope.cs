using System.Diagnostics.CodeAnalysis;

namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>
/// A row of <c>performance_scopes</c>: a number for a profile and dataset, which stands in each of their rows in place of both.
/// </summary>
[Experimental(Experimentals.StoreMakers)]
public sealed class PpcPerformanceScope
{
    /// <summary>The number.</summary>
    public int ScopeId { get; set; }

    /// <summary>The account.</summary>
    public long AccountId { get; set; }

    /// <summary>The profile.</summary>
    public long ProfileId { get; set; }

    /// <summary>The dataset.</summary>
    public string Dataset { get; set; } = "";

    /// <summary>The ad product of the dataset, such as <c>SPONSORED_PRODUCTS</c>.</summary>
    public string AdProduct { get; set; } = "";

    /// <summary>
    /// The metrics that the dataset reports: the bit of each is its number in <see cref="Etl.PerformanceMetric"/>. A reported
    /// one that is null in a row is 0.
    /// </summary>
    public long Metrics { get; set; }

    /// <summary>Gets the bits of the metrics that a dataset reports.</summary>
    /// <param name="dataset">The dataset.</param>
    public static long MetricsOf(Etl.Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return dataset.Metrics.Aggregate(0L, (bits, metric) => bits | (1L << (int)metric));
    }

    /// <summary>The instant of the newest load.</summary>
    public DateTimeOffset? KnownAt { get; set; }
}
