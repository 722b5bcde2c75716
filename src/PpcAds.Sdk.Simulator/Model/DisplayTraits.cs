namespace PpcAds.Sdk.Simulator.Model;

/// <summary>What a Sponsored Display campaign has and others have not.</summary>
internal sealed record DisplayTraits
{
    /// <summary><c>T00020</c> or <c>T00030</c>.</summary>
    public required string Tactic { get; init; }

    /// <summary><c>cpc</c> or <c>vcpm</c>.</summary>
    public required string CostType { get; init; }

    /// <summary><c>clicks</c>, <c>conversions</c> or <c>reach</c>, of all its ad groups.</summary>
    public required string BidOptimization { get; init; }

    /// <summary><c>IMAGE</c>, <c>VIDEO</c> or none.</summary>
    public required string? CreativeType { get; init; }

    public bool IsForAudiences => Tactic == "T00030";

    /// <summary>Whether views are paid for, and sales after them counted.</summary>
    public bool PaysForViews => CostType == "vcpm";
}
