using PpcAds.Sdk.Simulator.Demand;

namespace PpcAds.Sdk.Simulator.Model;

internal sealed class SimulatedCampaign
{
    public required long CampaignId { get; init; }

    public required SimulatedProfile Profile { get; init; }

    public required string Name { get; init; }

    /// <summary>What is advertised: a name of <see cref="ProductTraits.All"/>.</summary>
    public required string Product { get; init; }

    /// <summary><c>MANUAL</c> or <c>AUTO</c>.</summary>
    public required string TargetingType { get; init; }

    public required Lifetime Lifetime { get; init; }

    public required DateOnly? EndDate { get; init; }

    /// <summary>Per day, in the profile's currency, exact.</summary>
    public required decimal Budget { get; init; }

    public required long? PortfolioId { get; init; }

    public required string BiddingStrategy { get; init; }

    /// <summary>Percent on top of search; null for no placement bidding at all.</summary>
    public required int? TopOfSearchPercent { get; init; }

    public required Dice Dice { get; init; }

    /// <summary>Of Sponsored Brands campaigns only.</summary>
    public BrandTraits? Brand { get; init; }

    /// <summary>Of Sponsored Display campaigns only.</summary>
    public DisplayTraits? Display { get; init; }

    /// <summary>Whether views are paid for, and sales after them counted.</summary>
    public bool PaysForViews => Brand?.PaysForViews == true || Display?.PaysForViews == true;

    public IReadOnlyList<SimulatedAdGroup> AdGroups { get; set; } = [];

    /// <inheritdoc cref="SimulatedTarget.Traits"/>
    public CampaignTraits Traits => field ??= CampaignTraits.Of(this);
}
