using System.Text.Json.Serialization;
using PpcAds.Sdk.Calls;
using PpcAds.Sdk.Paging;
using PpcAds.Sdk.SponsoredDisplay.Wire;

namespace PpcAds.Sdk.SponsoredDisplay;

/// <content>Negative targets.</content>
public sealed partial class SponsoredDisplayClient
{
    private static readonly AdsOperation NegativeTargetsOperation = Operation("negativeTargets");
    private static readonly NegativeTargetsJson NegativeTargetsAnswer = new(SponsoredDisplayJson.NewOptions());

    /// <summary>Lists negative targets.</summary>
    /// <param name="filter">Which; <see langword="null"/> for all that are enabled, paused or archived.</param>
    /// <returns>A list that is fetched as it is enumerated.</returns>
    /// <exception cref="PpcAdsValidationException">The filter is not valid.</exception>
    public AmazonAdsPageable<SdNegativeTargetingClause> ListNegativeTargetsAsync(SdNegativeTargetingClauseFilter? filter = null)
    {
        filter ??= new SdNegativeTargetingClauseFilter();
        OffsetList list = new OffsetList("The negative target filter", filter)
            .By("targetIdFilter", nameof(filter.TargetIds), filter.TargetIds)
            .By("adGroupIdFilter", nameof(filter.AdGroupIds), filter.AdGroupIds);
        return List(
            NegativeTargetsOperation,
            "negativeTargets",
            filter,
            list,
            NegativeTargetsAnswer.IReadOnlyListSdNegativeTargetingClause,
            negativeTargetingClause => negativeTargetingClause.TargetId.Value);
    }

    [JsonSerializable(typeof(IReadOnlyList<SdNegativeTargetingClause>))]
    private sealed partial class NegativeTargetsJson : JsonSerializerContext;
}
