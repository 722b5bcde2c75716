namespace PpcAds.Sdk.Etl;

/// <summary>An entity as it is loaded.</summary>
public interface IEntityRecord
{
    /// <summary>The name of the type for people and progress, such as <c>ad groups</c>.</summary>
    static virtual string EntityType => "entities";

    /// <summary>Amazon's id, unique within profile and type.</summary>
    long EntityId { get; }
}
