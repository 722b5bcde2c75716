using System.Text.Json.Serialization.Metadata;
using PpcAds.Sdk.Calls;
using PpcAds.Sdk.Lists;
using PpcAds.Sdk.Paging;
using PpcAds.Sdk.SponsoredDisplay.Wire;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.SponsoredDisplay;

/// <summary>
/// The Sponsored Display of one profile. Amazon Ads Sponsored Display v3; names that it writes in lower or camel case are given
/// in capitals as those of all other products. An advertiser whose brand is not registered is refused.
/// </summary>
public sealed partial class SponsoredDisplayClient
{
    private readonly EntityLists _lists;

    internal SponsoredDisplayClient(EntityLists lists) => _lists = lists;

    private static AdsOperation Operation(string entities) =>
        new($"sd.{entities}.list", HttpMethod.Get, OperationClass.Lists, null, "application/json");

    /// <summary>Every list has a second path for the extended data.</summary>
    private AmazonAdsPageable<T> List<T>(
        AdsOperation operation,
        string entities,
        SponsoredDisplayFilter filter,
        OffsetList list,
        JsonTypeInfo<IReadOnlyList<T>> arrayType,
        Func<T, long?> idOf) =>
        _lists.ByIndex(
            operation,
            filter.IncludeExtendedData ? $"sd/{entities}/extended" : $"sd/{entities}",
            list.ToQueries(),
            _lists.PageSizeOf(filter),
            arrayType,
            idOf);
}
