namespace PpcAds.Sdk.Etl;

/// <summary>What a <c>keywordType</c> or <c>matchType</c> of a report says about the target.</summary>
internal static class TargetKinds
{
    /// <summary>The kind of a keyword.</summary>
    public const string Keyword = "keyword";

    public static bool IsKeyword(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("BROAD"u8) || type.SequenceEqual("PHRASE"u8) || type.SequenceEqual("EXACT"u8);

    /// <summary>The kind of a target that is no keyword.</summary>
    public static ReadOnlySpan<byte> OfOther(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("TARGETING_EXPRESSION_PREDEFINED"u8) ? "auto"u8
        : type.SequenceEqual("THEME"u8) ? "theme"u8
        : "product"u8;
}
