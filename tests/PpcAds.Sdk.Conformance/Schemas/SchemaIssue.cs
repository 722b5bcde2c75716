using System.Text.Json;

namespace PpcAds.Sdk.Conformance.Schemas;

/// <summary>Where a value is not what its schema says.</summary>
/// <param name="Pointer">A JSON pointer to it.</param>
/// <param name="Rule">One of <see cref="Rules"/>.</param>
/// <param name="Found">What was there, cut if long.</param>
internal sealed record SchemaIssue(string Pointer, string Rule, string Found)
{
    private const int Shown = 100;

    public static SchemaIssue At(string pointer, string rule, JsonElement value) => new(pointer, rule, Cut(value.GetRawText()));

    public static string Cut(string text) => text.Length <= Shown ? text : $"{text[..Shown]}…";
}
