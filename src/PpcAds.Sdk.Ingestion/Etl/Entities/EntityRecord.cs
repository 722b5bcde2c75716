namespace PpcAds.Sdk.Etl;

/// <summary>What all entities have, as they are stored.</summary>
public abstract record EntityRecord
{
    /// <summary>
    /// The entity as Amazon sent it, as JSON; <see langword="null"/> unless <see cref="Ingestion.IngestionOptions.KeepRawJson"/>
    /// is set, and for what only a report named.
    /// </summary>
    public string? RawJson { get; init; }
}
