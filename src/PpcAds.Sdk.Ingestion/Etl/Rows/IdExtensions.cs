namespace PpcAds.Sdk.Etl;

internal static class IdExtensions
{
    /// <summary>
    /// The id; <see langword="null"/> for one that was never set, as lenient reading leaves a parent that Amazon did not name.
    /// </summary>
    public static TId? OrNull<TId>(this TId id)
        where TId : struct, IEquatable<TId> => EqualityComparer<TId>.Default.Equals(id, default) ? null : id;

    /// <inheritdoc cref="OrNull{TId}(TId)"/>
    public static TId? OrNull<TId>(this TId? id)
        where TId : struct, IEquatable<TId> => id?.OrNull();
}
