namespace PpcAds.Sdk.Conformance.Catalogue;

/// <summary>The operations that the client makes. Each must be exercised: asked for, and answered with success.</summary>
internal static class CoveredOperations
{
    public static IReadOnlyList<string> Ids { get; } =
    [
        "ListSponsoredProductsCampaigns",
        "ListSponsoredProductsAdGroups",
        "ListSponsoredProductsKeywords",
        "ListSponsoredProductsTargetingClauses",
        "ListSponsoredProductsProductAds",
        "ListSponsoredProductsNegativeKeywords",
        "ListSponsoredProductsNegativeTargetingClauses",
        "ListSponsoredProductsCampaignNegativeKeywords",
        "ListSponsoredProductsCampaignNegativeTargetingClauses",
        "listProfiles",
        "createAsyncReport",
        "getAsyncReport",
        "deleteAsyncReport",
        "CampaignExport",
        "AdGroupExport",
        "TargetExport",
        "AdExport",
        "GetExport",
        "SponsoredBrands.listKeywords",
        "SponsoredBrands.listNegativeKeywords",
        "SponsoredBrands.listTargets",
        "SponsoredBrands.listNegativeTargets",
        "SponsoredDisplay.listCampaigns",
        "SponsoredDisplay.listCampaignsEx",
        "SponsoredDisplay.listAdGroups",
        "SponsoredDisplay.listAdGroupsEx",
        "SponsoredDisplay.listProductAds",
        "SponsoredDisplay.listProductAdsEx",
        "SponsoredDisplay.listTargetingClauses",
        "SponsoredDisplay.listTargetingClausesEx",
        "SponsoredDisplay.listNegativeTargetingClauses",
        "SponsoredDisplay.listNegativeTargetingClausesEx",
    ];
}
