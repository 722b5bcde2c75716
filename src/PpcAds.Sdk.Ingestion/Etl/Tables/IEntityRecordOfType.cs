namespace PpcAds.Sdk.Etl;

/// <summary>A stored entity whose type determines its table.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IEntityRecord<TSelf> : IEntityRecord
    where TSelf : class, IEntityRecord<TSelf>
{
    /// <summary>Where entities of this type are stored, and how.</summary>
    static abstract EntityTable<TSelf> Table { get; }
}
