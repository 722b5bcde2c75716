namespace PpcAds.Sdk.AspNetCore.Health;

/// <summary>The names of the health checks, and the tag that all of them carry.</summary>
public static class PpcAdsHealthChecks
{
    /// <summary>Whether the accounts can be read from the store.</summary>
    public const string Store = "ppcads-store";

    /// <summary>
    /// Whether Amazon takes the grants: degraded while an account needs its advertiser's consent, or soon will.
    /// </summary>
    public const string Grants = "ppcads-grants";

    /// <summary>How far the data is behind.</summary>
    public const string Data = "ppcads-data";

    /// <summary>The tag, for hosts that show some checks under another address.</summary>
    public const string Tag = "ppcads";
}
