using System.Collections.Frozen;

namespace PpcAds.Sdk.Json;

/// <summary>The names of an open set that this release knows, as the newer APIs write them.</summary>
internal static class KnownNames<TEnum>
    where TEnum : struct, IOpenEnum<TEnum>
{
    // Sponsored Products' lists send it in place of what they do not disclose.
    private const string Other = "OTHER";

    private static readonly FrozenSet<string> Names = TEnum.Known.Select(known => known.Value)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a name is known; also when there is no list of known ones.</summary>
    public static bool Contains(ReadOnlySpan<char> name) =>
        Names.Count == 0 || name.SequenceEqual(Other) || Names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
}
