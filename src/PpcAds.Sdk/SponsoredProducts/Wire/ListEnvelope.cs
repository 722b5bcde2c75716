namespace PpcAds.Sdk.SponsoredProducts.Wire;

/// <summary>What the answers of all list calls have in common.</summary>
internal abstract record ListEnvelope<T>
{
    public string? NextToken { get; init; }

    public long? TotalResults { get; init; }

    /// <summary>The entities under the name that each list has for them; the schema lets it be absent.</summary>
    protected internal abstract IReadOnlyList<T>? Entities { get; }

    /// <summary>Whether the answer says that there is nothing. Only then may the entities be absent: a renamed member must not look like no data.</summary>
    public bool SaysEmpty => TotalResults == 0 && string.IsNullOrEmpty(NextToken);
}
