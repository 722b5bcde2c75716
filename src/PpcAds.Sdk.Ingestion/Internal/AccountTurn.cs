namespace PpcAds.Sdk.Ingestion;

/// <summary>What became of a turn.</summary>
internal enum AccountTurn
{
    /// <summary>The work is done.</summary>
    Done,

    /// <summary>Another worker has the turn, and lives.</summary>
    Taken,

    /// <summary>Another worker took the turn over, since this one's lease could not be renewed in time.</summary>
    Lost,
}
