using PpcAds.Sdk.Simulator.Demand;

namespace PpcAds.Sdk.Simulator.Model;

internal sealed class SimulatedAdGroup
{
    public required long AdGroupId { get; init; }

    public required SimulatedCampaign Campaign { get; init; }

    public required string Name { get; init; }

    public required Lifetime Lifetime { get; init; }

    public required decimal DefaultBid { get; init; }

    public IReadOnlyList<SimulatedTarget> Targets { get; set; } = [];

    public IReadOnlyList<SimulatedAd> Ads { get; set; } = [];

    /// <summary>Keywords and targets that keep ads away; they have no figures.</summary>
    public IReadOnlyList<SimulatedTarget> Negatives { get; set; } = [];

    /// <inheritdoc cref="SimulatedTarget.Traits"/>
    public AdGroupTraits Traits => field ??= AdGroupTraits.Of(this);
}
