using PpcAds.Sdk.Lists;

namespace PpcAds.Sdk.Portfolios;

/// <summary>The portfolios of one profile. Amazon Ads portfolios v3.</summary>
public sealed class PortfoliosClient
{
    private readonly EntityLists _lists;

    internal PortfoliosClient(EntityLists lists) => _lists = lists;
}
