using PpcAds.Sdk.Lists;

namespace PpcAds.Sdk.SponsoredBrands.Wire;

internal sealed record ThemeListBody : TokenBody
{
    public int? MaxResults { get; init; }

    public IncludeFilter<EntityState>? StateFilter { get; init; }

    public IncludeFilter<ThemeId>? ThemeIdFilter { get; init; }

    public IncludeFilter<AdGroupId>? AdGroupIdFilter { get; init; }

    public IncludeFilter<CampaignId>? CampaignIdFilter { get; init; }

    public IncludeFilter<SbThemeType>? ThemeTypeFilter { get; init; }
}
