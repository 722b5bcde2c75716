namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>Settings for ads outside Amazon.</summary>
public sealed record OffAmazonSettings
{
    /// <summary><c>MAXIMIZE_REACH</c> or <c>MINIMIZE_SPEND</c>.</summary>
    public string? OffAmazonBudgetControlStrategy { get; init; }
}
