namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>Which themes to list. Lists that are <see langword="null"/> filter nothing; empty ones are refused.</summary>
public sealed record SbThemeFilter : EntityFilter
{
    /// <summary>Only these themes; any number, requested in several calls if necessary.</summary>
    public IReadOnlyList<ThemeId>? ThemeIds { get; init; }

    /// <summary>Themes of these ad groups; any number.</summary>
    public IReadOnlyList<AdGroupId>? AdGroupIds { get; init; }

    /// <summary>Themes of these campaigns; any number.</summary>
    public IReadOnlyList<CampaignId>? CampaignIds { get; init; }

    /// <summary>Themes of these types.</summary>
    public IReadOnlyList<SbThemeType>? ThemeTypes { get; init; }
}
