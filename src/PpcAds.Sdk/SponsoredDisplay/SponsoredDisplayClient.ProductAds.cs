using System.Text.Json.Serialization;
using PpcAds.Sdk.Calls;
using PpcAds.Sdk.Paging;
using PpcAds.Sdk.SponsoredDisplay.Wire;

namespace PpcAds.Sdk.SponsoredDisplay;

/// <content>Product ads.</content>
public sealed partial class SponsoredDisplayClient
{
    private static readonly AdsOperation ProductAdsOperation = Operation("productAds");
    private static readonly ProductAdsJson ProductAdsAnswer = new(SponsoredDisplayJson.NewOptions());

    /// <summary>Lists product ads.</summary>
    /// <param name="filter">Which; <see langword="null"/> for all that are enabled, paused or archived.</param>
    /// <returns>A list that is fetched as it is enumerated.</returns>
    /// <exception cref="PpcAdsValidationException">The filter is not valid.</exception>
    public AmazonAdsPageable<SdProductAd> ListProductAdsAsync(SdProductAdFilter? filter = null)
    {
        filter ??= new SdProductAdFilter();
        OffsetList list = new OffsetList("The product ad filter", filter)
            .By("adIdFilter", nameof(filter.AdIds), filter.AdIds)
            .By("adGroupIdFilter", nameof(filter.AdGroupIds), filter.AdGroupIds);
        return List(
            ProductAdsOperation,
            "productAds",
            filter,
            list,
            ProductAdsAnswer.IReadOnlyListSdProductAd,
            productAd => productAd.AdId.Value);
    }

    [JsonSerializable(typeof(IReadOnlyList<SdProductAd>))]
    private sealed partial class ProductAdsJson : JsonSerializerContext;
}
