namespace PpcAds.Sdk;

/// <summary>A filter by text.</summary>
/// <param name="Terms">Up to 100 terms; with <paramref name="Exact"/> false, Amazon uses only the first.</param>
/// <param name="Exact">Whether the whole text must be equal; else it must contain the term.</param>
public sealed record TextFilter(IReadOnlyList<string> Terms, bool Exact = false);
