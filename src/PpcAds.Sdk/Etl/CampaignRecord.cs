using PpcAds.Sdk.SponsoredProducts;

namespace PpcAds.Sdk.Etl;

/// <summary>A campaign as it is stored. What only a report named has nothing but ids.</summary>
public sealed record CampaignRecord : IEntityRecord
{
    /// <summary>The id.</summary>
    public required CampaignId CampaignId { get; init; }

    /// <summary>The ad product, such as <c>SPONSORED_PRODUCTS</c>.</summary>
    public required string AdProduct { get; init; }

    /// <summary>The portfolio, if it is in one.</summary>
    public PortfolioId? PortfolioId { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The state as Amazon writes it.</summary>
    public string? State { get; init; }

    /// <summary>The targeting type as Amazon writes it.</summary>
    public string? TargetingType { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary>The budget in the profile's currency.</summary>
    public decimal? Budget { get; init; }

    /// <summary>The budget's period as Amazon writes it.</summary>
    public string? BudgetType { get; init; }

    /// <summary>The bidding strategy as Amazon writes it.</summary>
    public string? BiddingStrategy { get; init; }

    static string IEntityRecord.EntityType => "campaigns";

    long IEntityRecord.EntityId => CampaignId.Value;

    /// <summary>The record of a Sponsored Products campaign.</summary>
    public static CampaignRecord From(Campaign campaign)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        return new CampaignRecord
        {
            CampaignId = campaign.CampaignId,
            AdProduct = AdProducts.SponsoredProducts,
            PortfolioId = campaign.PortfolioId,
            Name = campaign.Name,
            State = campaign.State.Value,
            TargetingType = campaign.TargetingType.Value,
            StartDate = campaign.StartDate,
            EndDate = campaign.EndDate,
            Budget = campaign.Budget.Budget,
            BudgetType = campaign.Budget.BudgetType.Value,
            BiddingStrategy = campaign.DynamicBidding?.Strategy.Value,
        };
    }
}
