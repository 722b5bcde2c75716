namespace PpcAds.Sdk.Drift;

/// <summary>The entities of one answer.</summary>
/// <param name="Entities">Those that could be read.</param>
/// <param name="Sent">How many Amazon sent: an index goes on from there.</param>
/// <param name="Raw">The JSON of each that could be read, where it is kept.</param>
internal sealed record ListItems<T>(IReadOnlyList<T> Entities, int Sent, IReadOnlyList<string>? Raw);
