using PpcAds.Sdk.Reading;

namespace CustomStores;

/// <summary>An entity as it is from this line on; the last line of a key holds.</summary>
/// <param name="Key">Profile, id and ad product.</param>
/// <param name="Stored">The entity.</param>
internal sealed record EntityLine<T>(string Key, StoredEntity<T> Stored);
