namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>
/// A target whose keywords Amazon chooses by a theme. Amazon's file marks nothing as required; the ids are, since the SDK cannot
/// identify one without them.
/// </summary>
public sealed record SbTheme
{
    /// <summary>The id.</summary>
    public required ThemeId ThemeId { get; init; }

    /// <summary>The ad group it is in.</summary>
    public required AdGroupId AdGroupId { get; init; }

    /// <summary>The campaign it is in.</summary>
    public required CampaignId CampaignId { get; init; }

    /// <summary>The theme.</summary>
    public SbThemeType? ThemeType { get; init; }

    /// <summary>Enabled, paused or archived.</summary>
    public EntityState? State { get; init; }

    /// <summary>The bid in the profile's currency.</summary>
    public decimal? Bid { get; init; }
}
