namespace PpcAds.Sdk.Benchmarks.Entities;

/// <summary>A list of the account.</summary>
internal enum ListKind
{
    Campaigns,
    AdGroups,
    Keywords,
    Targets,
}
