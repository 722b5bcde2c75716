namespace PpcAds.Sdk.Lists;

/// <summary>Cuts long lists of ids into parts that one call takes.</summary>
internal static class FilterParts
{
    /// <summary>The parts, without repeated ids; one part that is null when nothing is filtered.</summary>
    public static IReadOnlyList<IReadOnlyList<T>?> Cut<T>(IReadOnlyList<T>? ids, int limit) =>
        ids is null ? [null] : [.. ids.Distinct().Chunk(limit)];
}
