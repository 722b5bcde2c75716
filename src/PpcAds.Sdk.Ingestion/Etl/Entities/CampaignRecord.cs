using PpcAds.Sdk.SponsoredProducts;

namespace PpcAds.Sdk.Etl;

/// <summary>A campaign as it is stored. What only a report named has nothing but ids.</summary>
public sealed record CampaignRecord : EntityRecord, IEntityRecord<CampaignRecord>
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

    /// <summary>
    /// How the campaign is paid, such as <c>CPC</c>, as Amazon's newer APIs write it; Sponsored Products does not say.
    /// </summary>
    public string? CostType { get; init; }

    /// <summary>The table.</summary>
    public static EntityTable<CampaignRecord> Table { get; } = new()
    {
        EntityType = "campaigns",
        Name = "ppc_campaigns",
        IdColumn = "campaign_id",
        SumsOf = DatasetGrain.Campaign,
        Columns =
        [
            new("ad_product", EntityColumnKind.Text, campaign => campaign.AdProduct) { IsKey = true },
            new("portfolio_id", EntityColumnKind.Number, campaign => campaign.PortfolioId?.Value),
            new("name", EntityColumnKind.Text, campaign => campaign.Name),
            new("state", EntityColumnKind.Text, campaign => campaign.State),
            new("targeting_type", EntityColumnKind.Text, campaign => campaign.TargetingType),
            new("start_date", EntityColumnKind.Date, campaign => campaign.StartDate),
            new("end_date", EntityColumnKind.Date, campaign => campaign.EndDate),
            new("budget", EntityColumnKind.Money, campaign => campaign.Budget),
            new("budget_type", EntityColumnKind.Text, campaign => campaign.BudgetType),
            new("bidding_strategy", EntityColumnKind.Text, campaign => campaign.BiddingStrategy) { IsListOnly = true },
            new("cost_type", EntityColumnKind.Text, campaign => campaign.CostType),
        ],
        Read = values => new CampaignRecord
        {
            CampaignId = new CampaignId(values.EntityId),
            AdProduct = values.Text("ad_product")!,
            PortfolioId = values.Number("portfolio_id") is { } portfolio ? new PortfolioId(portfolio) : null,
            Name = values.Text("name"),
            State = values.Text("state"),
            TargetingType = values.Text("targeting_type"),
            StartDate = values.Date("start_date"),
            EndDate = values.Date("end_date"),
            Budget = values.Money("budget"),
            BudgetType = values.Text("budget_type"),
            BiddingStrategy = values.Text("bidding_strategy"),
            CostType = values.Text("cost_type"),
        },
    };

    long IEntityRecord.EntityId => CampaignId.Value;

    /// <summary>The record of a Sponsored Products campaign.</summary>
    public static CampaignRecord From(SpCampaign campaign)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        return new CampaignRecord
        {
            CampaignId = campaign.CampaignId,
            AdProduct = AdProducts.SponsoredProducts,
            PortfolioId = campaign.PortfolioId,
            Name = campaign.Name,
            State = campaign.State.Value.OrNull(),
            TargetingType = campaign.TargetingType.Value.OrNull(),
            StartDate = campaign.StartDate,
            EndDate = campaign.EndDate,
            Budget = campaign.Budget?.Budget,
            BudgetType = campaign.Budget?.BudgetType.Value.OrNull(),
            BiddingStrategy = campaign.DynamicBidding?.Strategy.Value.OrNull(),
        };
    }
}
