namespace PpcAds.Sdk.Simulator.Model;

/// <summary>What a Sponsored Brands campaign has and others have not.</summary>
internal sealed record BrandTraits
{
    /// <summary><c>CPC</c> or <c>VCPM</c>.</summary>
    public required string CostType { get; init; }

    public required string Goal { get; init; }

    public required string BrandEntityId { get; init; }

    /// <summary><c>DAILY</c> or <c>LIFETIME</c>.</summary>
    public required string BudgetType { get; init; }

    /// <summary>
    /// False for campaigns made with version 3 of the API: one ad group, with an ad that has neither id nor name.
    /// </summary>
    public required bool IsMultiAdGroupsEnabled { get; init; }

    public required string CreativeType { get; init; }

    /// <summary><c>MANUAL</c> or <c>TARGETING</c>.</summary>
    public required string SmartDefault { get; init; }

    /// <summary>The creative type by which the lists of version 3 distinguish campaigns.</summary>
    public string Version3CreativeType => CreativeType is "VIDEO" or "BRAND_VIDEO" ? "video" : "productCollection";

    public bool IsBrandVideo => CreativeType == "BRAND_VIDEO";

    /// <summary>Whether views are paid for, and sales after them counted.</summary>
    public bool PaysForViews => CostType == "VCPM";
}
