namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>A campaign's budget, in the profile's currency.</summary>
public sealed record CampaignBudget
{
    /// <summary>The amount that the advertiser set.</summary>
    public required decimal? Budget { get; init; }

    /// <summary>The period.</summary>
    public required BudgetType BudgetType { get; init; }

    /// <summary>The amount in force when budget rules apply.</summary>
    public decimal? EffectiveBudget { get; init; }
}
