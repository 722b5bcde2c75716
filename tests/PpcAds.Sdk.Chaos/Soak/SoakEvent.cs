namespace PpcAds.Sdk.Chaos.Soak;

/// <summary>What advertisers do.</summary>
internal enum SoakEvent
{
    /// <summary>An advertiser takes its consent back.</summary>
    Revoked,

    /// <summary>That advertiser consents again.</summary>
    ConsentedAgain,

    /// <summary>An advertiser with one profile takes its consent back for good.</summary>
    RevokedForGood,

    /// <summary>An advertiser gets another profile.</summary>
    ProfileAdded,

    /// <summary>A profile is taken from an advertiser.</summary>
    ProfileRemoved,

    /// <summary>A report lacks most of its rows, once: the next one has them.</summary>
    IncompleteReport,
}
