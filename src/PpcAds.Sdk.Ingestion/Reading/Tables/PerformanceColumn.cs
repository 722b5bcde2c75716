namespace PpcAds.Sdk.Reading;

/// <summary>The columns of a table of performance that can be sorted by.</summary>
public enum PerformanceColumn
{
    /// <summary>The name.</summary>
    Name,

    /// <summary>Cost.</summary>
    Cost,

    /// <summary>Sales within the attribution window.</summary>
    Sales,

    /// <summary>Orders within it.</summary>
    Orders,

    /// <summary>Units within it.</summary>
    Units,

    /// <summary>Clicks.</summary>
    Clicks,

    /// <summary>Impressions.</summary>
    Impressions,

    /// <summary>Clicks per impression.</summary>
    Ctr,

    /// <summary>Cost per click.</summary>
    Cpc,

    /// <summary>Orders per click.</summary>
    Cvr,

    /// <summary>Cost per sales.</summary>
    Acos,

    /// <summary>Sales per cost.</summary>
    Roas,
}
