using System.Text;

namespace PpcAds.Sdk.Reading;

/// <summary>Names as databases compare them without a language: byte by byte.</summary>
internal static class PerformanceTexts
{
    public static int Compare(string one, string other) =>
        Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other));

    public static void ToFoldedAscii(this ReadOnlySpan<char> text, Span<char> folded)
    {
        for (int i = 0; i < text.Length; i++)
        {
            folded[i] = text[i] is >= 'A' and <= 'Z' ? (char)(text[i] | 0x20) : text[i];
        }
    }
}
