namespace PpcAds.Sdk.Etl;

/// <summary>The dimensions of <c>performance_records</c> that are text.</summary>
public enum PerformanceText
{
    /// <summary><c>keyword</c>, <c>product</c>, <c>auto</c>, <c>theme</c>, <c>audience</c> or <c>unallocated</c>.</summary>
    TargetKind,

    /// <summary>The keyword, or the targeting expression.</summary>
    TargetText,

    /// <summary>The match type as Amazon writes it.</summary>
    MatchType,

    /// <summary>What the shopper searched for.</summary>
    SearchTerm,

    /// <summary>Where the ad stood.</summary>
    Placement,

    /// <summary>The ASIN that was advertised.</summary>
    AdvertisedAsin,

    /// <summary>The seller's SKU of it.</summary>
    AdvertisedSku,

    /// <summary>The ASIN that was bought.</summary>
    PurchasedAsin,
}
