using System.Text.Json.Serialization;
using PpcAds.Sdk.Calls;
using PpcAds.Sdk.Paging;
using PpcAds.Sdk.SponsoredDisplay.Wire;

namespace PpcAds.Sdk.SponsoredDisplay;

/// <content>Campaigns.</content>
public sealed partial class SponsoredDisplayClient
{
    private static readonly AdsOperation CampaignsOperation = Operation("campaigns");
    private static readonly CampaignsJson CampaignsAnswer = new(SponsoredDisplayJson.NewOptions());

    /// <summary>Lists campaigns.</summary>
    /// <param name="filter">Which; <see langword="null"/> for all that are enabled, paused or archived.</param>
    /// <returns>A list that is fetched as it is enumerated.</returns>
    /// <exception cref="PpcAdsValidationException">The filter is not valid.</exception>
    public AmazonAdsPageable<SdCampaign> ListCampaignsAsync(SdCampaignFilter? filter = null)
    {
        filter ??= new SdCampaignFilter();
        OffsetList list = new OffsetList("The campaign filter", filter)
            .By("portfolioIdFilter", nameof(filter.PortfolioIds), filter.PortfolioIds)
            .ByText("name", nameof(filter.Name), filter.Name);
        return List(
            CampaignsOperation,
            "campaigns",
            filter,
            list,
            CampaignsAnswer.IReadOnlyListSdCampaign,
            campaign => campaign.CampaignId.Value);
    }

    [JsonSerializable(typeof(IReadOnlyList<SdCampaign>))]
    private sealed partial class CampaignsJson : JsonSerializerContext;
}
