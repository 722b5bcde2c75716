using PpcAds.Sdk.Calls;
using PpcAds.Sdk.Lists;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>The Sponsored Products of one profile. Amazon Ads Sponsored Products v3.</summary>
public sealed partial class SponsoredProductsClient
{
    private readonly EntityLists _lists;

    internal SponsoredProductsClient(EntityLists lists) => _lists = lists;

    private TBody Common<TBody>(ExtendableFilter filter, TBody body)
        where TBody : ListBody =>
        body with
        {
            StateFilter = IncludeFilters.Of(filter.States),
            MaxResults = _lists.PageSizeOf(filter),
            IncludeExtendedDataFields = filter.IncludeExtendedData ? true : null,
        };

    /// <summary>
    /// The list of an entity, whose path has the name of the array in the answer unless <paramref name="segment"/> is given.
    /// </summary>
    private static TokenList ListOf(string array, string mediaTypeName, string? segment = null)
    {
        string mediaType = $"application/vnd.{mediaTypeName}.v3+json";
        segment ??= array;
        return new TokenList(
            new AdsOperation($"sp.{segment}.list", HttpMethod.Post, OperationClass.Lists, mediaType, mediaType),
            $"sp/{segment}/list",
            array);
    }
}
