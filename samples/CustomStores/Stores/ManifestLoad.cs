using PpcAds.Sdk.Etl;

namespace CustomStores;

/// <summary>A load that was committed.</summary>
/// <param name="Id">The name it is known by.</param>
/// <param name="At">When.</param>
/// <param name="Result">What it did.</param>
internal sealed record ManifestLoad(string Id, DateTimeOffset At, LoadResult Result);
