namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>A row of <c>ppc_campaigns</c>.</summary>
public class PpcCampaign : PpcPerformanceEntity
{
    /// <summary>The id.</summary>
    public long CampaignId { get; set; }

    /// <summary>The ad product, such as <c>SPONSORED_PRODUCTS</c>.</summary>
    public string AdProduct { get; set; } = "";

    /// <summary>The portfolio, if it is in one.</summary>
    public long? PortfolioId { get; set; }

    /// <summary>The name; null when only a report named the campaign.</summary>
    public string? Name { get; set; }

    /// <summary>The state as Amazon writes it.</summary>
    public string? State { get; set; }

    /// <summary>The targeting type as Amazon writes it.</summary>
    public string? TargetingType { get; set; }

    /// <summary>The first day.</summary>
    public DateOnly? StartDate { get; set; }

    /// <summary>The last day, inclusive.</summary>
    public DateOnly? EndDate { get; set; }

    /// <summary>The budget in the profile's currency.</summary>
    public decimal? Budget { get; set; }

    /// <summary>The budget's period as Amazon writes it.</summary>
    public string? BudgetType { get; set; }

    /// <summary>How the campaign is paid, such as <c>CPC</c>; Sponsored Products does not say.</summary>
    public string? CostType { get; set; }

    /// <summary>The bidding strategy as Amazon writes it.</summary>
    public string? BiddingStrategy { get; set; }
}
