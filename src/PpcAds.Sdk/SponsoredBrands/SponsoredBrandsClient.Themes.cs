using PpcAds.Sdk.Lists;
using PpcAds.Sdk.Paging;
using PpcAds.Sdk.SponsoredBrands.Wire;

namespace PpcAds.Sdk.SponsoredBrands;

/// <content>Themes.</content>
public sealed partial class SponsoredBrandsClient
{
    private static readonly TokenList ThemesList = Version3("themes", "sbthemeslistresponse.v3");

    /// <summary>Lists themes. Amazon Ads: not for profiles of authors, which are refused.</summary>
    /// <param name="filter">Which; <see langword="null"/> for all that are enabled, paused or archived.</param>
    /// <returns>A list that is fetched as it is enumerated.</returns>
    /// <exception cref="PpcAdsValidationException">The filter is not valid.</exception>
    public AmazonAdsPageable<SbTheme> ListThemesAsync(SbThemeFilter? filter = null)
    {
        filter ??= new SbThemeFilter();
        new FilterRules("The theme filter")
            .Common(filter)
            .Ids(nameof(filter.ThemeIds), filter.ThemeIds)
            .Ids(nameof(filter.AdGroupIds), filter.AdGroupIds)
            .Ids(nameof(filter.CampaignIds), filter.CampaignIds)
            .NotEmpty(nameof(filter.ThemeTypes), filter.ThemeTypes)
            .Enforce();
        IEnumerable<ThemeListBody> bodies =
            from themes in IncludeFilters.Cut(filter.ThemeIds, IdsOfVersion3)
            from adGroups in IncludeFilters.Cut(filter.AdGroupIds, IdsOfVersion3)
            from campaigns in IncludeFilters.Cut(filter.CampaignIds, IdsOfVersion3)
            select new ThemeListBody
            {
                MaxResults = _lists.PageSizeOf(filter),
                StateFilter = IncludeFilters.Of(filter.States),
                ThemeIdFilter = themes,
                AdGroupIdFilter = adGroups,
                CampaignIdFilter = campaigns,
                ThemeTypeFilter = IncludeFilters.Of(filter.ThemeTypes),
            };
        return _lists.ByToken(
            ThemesList,
            bodies,
            SponsoredBrandsTargetingJsonContext.Default.ThemeListBody,
            SponsoredBrandsTargetingJsonContext.Default.IReadOnlyListSbTheme,
            theme => theme.ThemeId.Value);
    }
}
