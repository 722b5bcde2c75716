using System.Text.Json.Serialization;
using PpcAds.Sdk.Calls;
using PpcAds.Sdk.Paging;
using PpcAds.Sdk.SponsoredDisplay.Wire;

namespace PpcAds.Sdk.SponsoredDisplay;

/// <content>Targets.</content>
public sealed partial class SponsoredDisplayClient
{
    private static readonly AdsOperation TargetsOperation = Operation("targets");
    private static readonly TargetsJson TargetsAnswer = new(SponsoredDisplayJson.NewOptions());

    /// <summary>Lists targets.</summary>
    /// <param name="filter">Which; <see langword="null"/> for all that are enabled, paused or archived.</param>
    /// <returns>A list that is fetched as it is enumerated.</returns>
    /// <exception cref="PpcAdsValidationException">The filter is not valid.</exception>
    public AmazonAdsPageable<SdTargetingClause> ListTargetsAsync(SdTargetingClauseFilter? filter = null)
    {
        filter ??= new SdTargetingClauseFilter();
        OffsetList list = new OffsetList("The target filter", filter)
            .By("targetIdFilter", nameof(filter.TargetIds), filter.TargetIds)
            .By("adGroupIdFilter", nameof(filter.AdGroupIds), filter.AdGroupIds);
        return List(
            TargetsOperation,
            "targets",
            filter,
            list,
            TargetsAnswer.IReadOnlyListSdTargetingClause,
            targetingClause => targetingClause.TargetId.Value);
    }

    [JsonSerializable(typeof(IReadOnlyList<SdTargetingClause>))]
    private sealed partial class TargetsJson : JsonSerializerContext;
}
