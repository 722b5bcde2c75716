using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.InMemory.Reading;

/// <summary>What counting needs to know of an entity, whatever its type.</summary>
/// <param name="AdProduct">The ad product, where entities of the type have one.</param>
/// <param name="State">The state, where they have one.</param>
internal readonly record struct EntityTraits(string? AdProduct, string? State)
{
    public static EntityTraits Of<T>(T entity)
        where T : class, IEntityRecord<T>
    {
        object? Value(string column) => T.Table.Columns.FirstOrDefault(candidate => candidate.Name == column)?.Get(entity);
        return new EntityTraits(Value("ad_product") as string, Value("state") as string);
    }
}
