namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>A row of <c>ppc_negative_targets</c>: products and brands that ads keep away from.</summary>
public class PpcNegativeTarget : PpcEntity
{
    /// <summary>The id.</summary>
    public long TargetId { get; set; }

    /// <summary>The ad product.</summary>
    public string AdProduct { get; set; } = "";

    /// <summary>The campaign it is in; Amazon leaves it out in some lists.</summary>
    public long? CampaignId { get; set; }

    /// <summary>The ad group it is in; null for one of the whole campaign.</summary>
    public long? AdGroupId { get; set; }

    /// <summary>What is kept away from, as a JSON array of conditions.</summary>
    public string? Expression { get; set; }

    /// <summary>The same with names in place of ids.</summary>
    public string? ResolvedExpression { get; set; }

    /// <summary>The state.</summary>
    public string? State { get; set; }
}
