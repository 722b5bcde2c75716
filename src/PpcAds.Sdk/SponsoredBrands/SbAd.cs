namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>An ad of an ad group.</summary>
public sealed record SbAd
{
    /// <summary>The id; <see langword="null"/> for an ad that was made with version 3 of the API.</summary>
    public AdId? AdId { get; init; }

    /// <summary>The ad group it is in.</summary>
    public required AdGroupId AdGroupId { get; init; }

    /// <summary>The campaign it is in.</summary>
    public required CampaignId CampaignId { get; init; }

    /// <summary>The name; <see langword="null"/> for an ad that was made with version 3 of the API.</summary>
    public string? Name { get; init; }

    /// <summary>Enabled, paused or archived.</summary>
    public required EntityState State { get; init; }

    /// <summary>What is shown.</summary>
    public Creative? Creative { get; init; }

    /// <summary>Where a click leads.</summary>
    public LandingPage? LandingPage { get; init; }

    /// <summary>Dates and serving status, where Amazon sends them: this list cannot request them.</summary>
    public SbExtendedData? ExtendedData { get; init; }
}
