using PpcAds.Sdk.Simulator.Demand;

namespace PpcAds.Sdk.Simulator.Model;

/// <summary>
/// What ads are shown for: a keyword, an automatic target of an AUTO campaign, a product or a theme; or what keeps ads away.
/// </summary>
internal sealed class SimulatedTarget
{
    public required long TargetId { get; init; }

    public required SimulatedAdGroup AdGroup { get; init; }

    public required string Text { get; init; }

    /// <summary>
    /// <c>BROAD</c>, <c>PHRASE</c>, <c>EXACT</c>, <c>TARGETING_EXPRESSION_PREDEFINED</c> for automatic targets,
    /// <c>TARGETING_EXPRESSION</c> for products, <c>THEME</c>; <c>NEGATIVE_EXACT</c> and <c>NEGATIVE_PHRASE</c> for negative
    /// keywords.
    /// </summary>
    public required string MatchType { get; init; }

    /// <summary>Null: the ad group's default bid.</summary>
    public required decimal? Bid { get; init; }

    public required Lifetime Lifetime { get; init; }

    /// <summary>The size of this target relative to others: a few make most of the traffic.</summary>
    public required double Weight { get; init; }

    public required Dice Dice { get; init; }

    /// <summary>Of product targets of Sponsored Products and of targets of Sponsored Display only.</summary>
    public IReadOnlyList<TargetPredicate> Expression { get; init; } = [];

    /// <summary>What follows from all that; made when it is first wanted, the same by whoever makes it.</summary>
    public TargetTraits Traits => field ??= TargetTraits.Of(this);

    public bool IsKeyword => MatchType is "BROAD" or "PHRASE" or "EXACT";

    public bool RunsOn(DateOnly day) =>
        Lifetime.RunsOn(day) && AdGroup.Lifetime.RunsOn(day) && AdGroup.Campaign.Lifetime.RunsOn(day);
}
