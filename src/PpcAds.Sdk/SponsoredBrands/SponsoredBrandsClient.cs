using PpcAds.Sdk.Calls;
using PpcAds.Sdk.Lists;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>
/// The Sponsored Brands of one profile. Amazon Ads Sponsored Brands v4, and v3 for keywords, targets and themes; names that v3
/// writes in lower or camel case are given in capitals as those of all other products. An advertiser whose brand is not
/// registered is refused.
/// </summary>
public sealed partial class SponsoredBrandsClient
{
    private const int LargestPageOfVersion4 = 100;
    private const int IdsOfVersion4 = 10;
    private const int IdsOfVersion3 = 100;
    private const string Json = "application/json";

    private const string TooManyFilters =
        "cannot be used together with AdGroupIds and CampaignIds: Amazon takes three kinds of filter, and States is one.";

    private readonly EntityLists _lists;

    internal SponsoredBrandsClient(EntityLists lists) => _lists = lists;

    private TBody Common<TBody>(EntityFilter filter, TBody body)
        where TBody : ListBody =>
        body with
        {
            StateFilter = IncludeFilters.Of(filter.States),
            MaxResults = _lists.PageSizeOf(filter, LargestPageOfVersion4),
            IncludeExtendedDataFields = filter is ExtendableFilter { IncludeExtendedData: true } ? true : null,
        };

    private static TokenList Version4(string array, string resource, string total = "totalResults")
    {
        string mediaType = $"application/vnd.{resource}.v4+json";
        return new TokenList(
            new AdsOperation($"sb.{array}.list", HttpMethod.Post, OperationClass.Lists, mediaType, mediaType),
            $"sb/v4/{array}/list",
            array,
            total);
    }

    /// <summary>Version 3 takes plain JSON and answers with its own type.</summary>
    private static TokenList Version3(string array, string answer) => new(
        new AdsOperation($"sb.{array}.list", HttpMethod.Post, OperationClass.Lists, Json, $"application/vnd.{answer}+json"),
        $"sb/{array}/list",
        array);

    /// <summary>Of the types that Amazon offers, only 3.2 returns ad groups with brand videos.</summary>
    private static AdsOperation Index(string entities, string answer) =>
        new($"sb.{entities}.list", HttpMethod.Get, OperationClass.Lists, null, $"application/vnd.{answer}.v3.2+json");

    /// <summary>The lists of version 3 distinguish video campaigns from all others, and nothing else.</summary>
    private static FilterRules CheckCreativeType(FilterRules rules, SbCreativeType? type) => rules.OneOf(
        nameof(SbTargetFilter.CreativeType), type?.Value, SbCreativeType.ProductCollection.Value, SbCreativeType.Video.Value);
}
