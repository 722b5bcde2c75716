namespace PpcAds.Sdk.Lists;

/// <summary>Makes filters by ids or states.</summary>
internal static class IncludeFilters
{
    public static IncludeFilter<T>? Of<T>(IReadOnlyList<T>? values) => values is null ? null : new IncludeFilter<T>(values);

    /// <summary>
    /// As many filters as it takes when one may hold only <paramref name="limit"/> ids; one that is null when nothing is
    /// filtered. An id that was named twice is requested once, so that no entity is returned twice.
    /// </summary>
    public static IReadOnlyList<IncludeFilter<T>?> Cut<T>(IReadOnlyList<T>? ids, int limit) =>
        [.. FilterParts.Cut(ids, limit).Select(Of)];
}
