namespace PpcAds.Sdk.Exports;

/// <summary>What an export holds. Amazon returns an export only to a request that names its kind.</summary>
public enum ExportKind
{
    /// <summary>Campaigns.</summary>
    Campaigns,

    /// <summary>Ad groups.</summary>
    AdGroups,

    /// <summary>Targets: keywords, products, audiences and the rest, negative ones too.</summary>
    Targets,

    /// <summary>Ads.</summary>
    Ads,
}
