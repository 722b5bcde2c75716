namespace PpcAds.Sdk.Chaos.Kills;

/// <summary>What workers do in a part of a life.</summary>
internal enum Stage
{
    /// <summary>Tables, profiles, entities, and every report; one fails once, those of one profile are refused.</summary>
    Sync,

    /// <summary>Days are asked for again by hand, and the answer lacks most rows: suspect.</summary>
    Restate,

    /// <summary>Two hours later: the second answer lacks the same rows, so they go.</summary>
    Later,
}
