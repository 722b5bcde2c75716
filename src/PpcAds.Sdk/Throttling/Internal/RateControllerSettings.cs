namespace PpcAds.Sdk.Throttling;

/// <summary>What a <see cref="RateController"/> is set to. Rates are calls per second.</summary>
internal sealed record RateControllerSettings
{
    public required double InitialRate { get; init; }

    public required double MinRate { get; init; }

    public required double MaxRate { get; init; }

    /// <summary>The time in which a small rate is back where 429 last came; larger rates take somewhat longer.</summary>
    public TimeSpan Recovery { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>The time in which the rate doubles while nothing speaks against it.</summary>
    public TimeSpan Doubling { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>The pause after a 429 without <c>Retry-After</c>; doubled each time that nothing passed in between.</summary>
    public TimeSpan BasePause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest such pause.</summary>
    public TimeSpan MaxPause { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest pause that a <c>Retry-After</c> brings about.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long what was learned stays valid without a call.</summary>
    public TimeSpan RememberFor { get; init; } = TimeSpan.FromHours(1);
}
