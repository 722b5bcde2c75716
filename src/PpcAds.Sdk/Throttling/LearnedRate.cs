namespace PpcAds.Sdk.Throttling;

/// <summary>The rate at which one class of operations was last allowed.</summary>
public sealed record LearnedRate
{
    /// <summary>The account's name, as in <see cref="RateScope.Account"/>.</summary>
    public required string Account { get; init; }

    /// <summary>The region whose host is called.</summary>
    public required AmazonAdsRegion Region { get; init; }

    /// <summary>The group of operations.</summary>
    public required OperationClass OperationClass { get; init; }

    /// <summary>The rate, in calls per second.</summary>
    public required double CallsPerSecond { get; init; }

    /// <summary>When that was.</summary>
    public required DateTimeOffset LearnedAt { get; init; }

    /// <summary>Until when Amazon asked to wait, if it still does.</summary>
    public DateTimeOffset? QuietUntil { get; init; }
}
