namespace PpcAds.Sdk.Portfolios;

/// <summary>How a portfolio's budget is shared out.</summary>
public sealed record PortfolioBudgetControls
{
    /// <summary>Whether a campaign may use what another did not spend.</summary>
    public UnspentBudgetSharing? CampaignUnspentBudgetSharing { get; init; }
}
