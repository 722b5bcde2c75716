namespace PpcAds.Sdk.Etl;

/// <summary>An entity as it is stored.</summary>
public interface IEntityRecord
{
    /// <summary>Its id, unique within its type and profile.</summary>
    long EntityId { get; }
}
