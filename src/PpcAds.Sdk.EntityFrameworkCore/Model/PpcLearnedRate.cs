using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>A row of <c>ppc_learned_rates</c>: how fast Amazon let one class of operations be called last.</summary>
public class PpcLearnedRate
{
    /// <summary>The account's name, as in <see cref="LearnedRate.Account"/>.</summary>
    public string Account { get; set; } = "";

    /// <summary>The region whose host is called.</summary>
    public AmazonAdsRegion Region { get; set; }

    /// <summary>The group of operations.</summary>
    public OperationClass OperationClass { get; set; }

    /// <summary>The rate, in calls per second.</summary>
    public double CallsPerSecond { get; set; }

    /// <summary>When that was.</summary>
    public DateTimeOffset LearnedAt { get; set; }

    /// <summary>Until when Amazon asked to wait, if it did then.</summary>
    public DateTimeOffset? QuietUntil { get; set; }
}
