namespace PpcAds.Sdk.Etl;

/// <summary>What one row of a dataset is about, for one day.</summary>
public enum DatasetGrain
{
    /// <summary>A campaign.</summary>
    Campaign,

    /// <summary>An ad group.</summary>
    AdGroup,

    /// <summary>A campaign on one placement.</summary>
    Placement,

    /// <summary>A keyword or another target.</summary>
    Target,

    /// <summary>What a shopper searched for, met by a target.</summary>
    SearchTerm,

    /// <summary>An advertised product.</summary>
    AdvertisedProduct,

    /// <summary>An ad.</summary>
    Ad,

    /// <summary>A product that was bought after another was advertised.</summary>
    PurchasedProduct,
}
