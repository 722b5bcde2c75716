using System.Diagnostics.CodeAnalysis;

namespace PpcAds.Sdk.Etl;

/// <summary>Why a row of a report was not loaded, or what is odd about one that was.</summary>
/// <param name="Reason">One of few texts, such as <c>id missing</c>, under which rows are counted.</param>
/// <param name="Details">What stood in the row, shortened.</param>
[Experimental(Experimentals.StoreMakers)]
public sealed record RowProblem(string Reason, string Details)
{
    private const int Longest = 80;

    internal static string Shorten(string? text) => StorableText.Cut(text, Longest + 1, "…") ?? "";
}
