namespace PpcAds.Sdk.Lists;

/// <summary>Amazon's shape of a filter by text.</summary>
internal sealed record TermsFilter(string QueryTermMatchType, IReadOnlyList<string> Include)
{
    public static TermsFilter? From(TextFilter? filter) =>
        filter is null ? null : new TermsFilter(filter.Exact ? "EXACT_MATCH" : "BROAD_MATCH", filter.Terms);
}
