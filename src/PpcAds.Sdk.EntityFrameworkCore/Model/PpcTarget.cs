namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>A row of <c>ppc_targets</c>: a product, a category, an audience, a theme or an automatic group.</summary>
public class PpcTarget : PpcPerformanceEntity
{
    /// <summary>The id.</summary>
    public long TargetId { get; set; }

    /// <summary>The ad product.</summary>
    public string AdProduct { get; set; } = "";

    /// <summary>The campaign it is in; Amazon leaves it out in some lists.</summary>
    public long? CampaignId { get; set; }

    /// <summary>The ad group it is in.</summary>
    public long? AdGroupId { get; set; }

    /// <summary><c>product</c>, <c>auto</c>, <c>theme</c> or <c>audience</c>.</summary>
    public string? TargetKind { get; set; }

    /// <summary>Manual or automatic.</summary>
    public string? ExpressionType { get; set; }

    /// <summary>What is targeted, as a JSON array of conditions.</summary>
    public string? Expression { get; set; }

    /// <summary>The same with names in place of ids.</summary>
    public string? ResolvedExpression { get; set; }

    /// <summary>The state; null when only a report named the target.</summary>
    public string? State { get; set; }

    /// <summary>The bid in the profile's currency; null means the ad group's default bid.</summary>
    public decimal? Bid { get; set; }
}
