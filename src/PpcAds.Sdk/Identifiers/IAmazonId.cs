using System.Diagnostics.CodeAnalysis;

namespace PpcAds.Sdk;

/// <summary>
/// A typed id over <see cref="long"/>: Amazon's ids are unique only per type and profile, so they must not mix. All are parsed by
/// one rule.
/// </summary>
internal interface IAmazonId<TSelf> : ISpanParsable<TSelf>
    where TSelf : struct, IAmazonId<TSelf>
{
    long Value { get; }

    static abstract TSelf FromInt64(long value);

    static TSelf IParsable<TSelf>.Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return IdText.Parse<TSelf>(s);
    }

    static bool IParsable<TSelf>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TSelf result) =>
        IdText.TryParse(s, out result);

    static TSelf ISpanParsable<TSelf>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => IdText.Parse<TSelf>(s);

    static bool ISpanParsable<TSelf>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out TSelf result) =>
        IdText.TryParse(s, out result);
}
