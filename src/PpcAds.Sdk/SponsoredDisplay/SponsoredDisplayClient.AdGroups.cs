using System.Text.Json.Serialization;
using PpcAds.Sdk.Calls;
using PpcAds.Sdk.Paging;
using PpcAds.Sdk.SponsoredDisplay.Wire;

namespace PpcAds.Sdk.SponsoredDisplay;

/// <content>Ad groups.</content>
public sealed partial class SponsoredDisplayClient
{
    private static readonly AdsOperation AdGroupsOperation = Operation("adGroups");
    private static readonly AdGroupsJson AdGroupsAnswer = new(SponsoredDisplayJson.NewOptions());

    /// <summary>Lists ad groups.</summary>
    /// <param name="filter">Which; <see langword="null"/> for all that are enabled, paused or archived.</param>
    /// <returns>A list that is fetched as it is enumerated.</returns>
    /// <exception cref="PpcAdsValidationException">The filter is not valid.</exception>
    public AmazonAdsPageable<SdAdGroup> ListAdGroupsAsync(SdAdGroupFilter? filter = null)
    {
        filter ??= new SdAdGroupFilter();
        OffsetList list = new OffsetList("The ad group filter", filter)
            .By("adGroupIdFilter", nameof(filter.AdGroupIds), filter.AdGroupIds)
            .ByText("name", nameof(filter.Name), filter.Name);
        return List(
            AdGroupsOperation,
            "adGroups",
            filter,
            list,
            AdGroupsAnswer.IReadOnlyListSdAdGroup,
            adGroup => adGroup.AdGroupId.Value);
    }

    [JsonSerializable(typeof(IReadOnlyList<SdAdGroup>))]
    private sealed partial class AdGroupsJson : JsonSerializerContext;
}
