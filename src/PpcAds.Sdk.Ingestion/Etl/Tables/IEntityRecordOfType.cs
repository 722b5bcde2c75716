namespace PpcAds.Sdk.Etl;

/// <summary>An entity as it is stored, of a type that tells its table.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IEntityRecord<TSelf> : IEntityRecord
    where TSelf : class, IEntityRecord<TSelf>
{
    /// <summary>Where entities of this type are stored, and how.</summary>
    static abstract EntityTable<TSelf> Table { get; }
}
