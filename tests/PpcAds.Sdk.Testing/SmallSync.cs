using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Testing;

/// <summary>A sync of little, for tests that are not about what is synced: the campaigns, ad groups and keywords of Sponsored Products.</summary>
public static class SmallSync
{
    public static void UseSmallSync(this IngestionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Entities = ["sp.campaigns", "sp.ad_groups", "sp.keywords"];
        options.Datasets = ["sp.campaign", "sp.ad_group", "sp.target"];
    }
}
