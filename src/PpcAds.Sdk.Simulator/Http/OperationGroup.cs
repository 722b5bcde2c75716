namespace PpcAds.Sdk.Simulator.Http;

/// <summary>Operations that share an error shape; each throttled apart.</summary>
internal enum OperationGroup
{
    Profiles,
    SponsoredProducts,
    SponsoredBrands,
    SponsoredBrandsTargeting,
    SponsoredDisplay,
    Portfolios,
    Exports,
    ReportCreation,
    ReportStatus,
}
