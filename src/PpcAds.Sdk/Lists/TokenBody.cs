namespace PpcAds.Sdk.Lists;

/// <summary>What the bodies of all list calls that page by token have in common.</summary>
internal abstract record TokenBody
{
    public string? NextToken { get; init; }
}
