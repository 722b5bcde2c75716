using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Sinks;

/// <summary>What a page of entities makes of the stored ones.</summary>
/// <typeparam name="T">The type of the entities.</typeparam>
/// <param name="Result">The outcome of the page.</param>
/// <param name="Written">The entities to write: new, changed, or seen again after <see cref="LoadRules.SeenAgainAfter"/>.</param>
public sealed record MergedPage<T>(LoadResult Result, IReadOnlyList<StoredEntity<T>> Written);
