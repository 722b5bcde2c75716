namespace PpcAds.Sdk.Simulator.Model;

/// <summary>A keyword or product that keeps ads away, from an ad group or a whole campaign.</summary>
internal sealed class SimulatedNegative
{
    public required long Id { get; init; }

    public required SimulatedCampaign Campaign { get; init; }

    /// <summary>Null for one of the whole campaign.</summary>
    public required SimulatedAdGroup? AdGroup { get; init; }

    /// <summary>The words, or the ASIN.</summary>
    public required string Text { get; init; }

    /// <summary><c>NEGATIVE_EXACT</c> or <c>NEGATIVE_PHRASE</c>; null for a product.</summary>
    public required string? MatchType { get; init; }

    public required Lifetime Lifetime { get; init; }
}
