using System.Collections.Concurrent;

namespace PpcAds.Sdk.Etl.Exports;

/// <summary>Which campaign each ad group of a profile is in. Amazon Ads exports v1: targets and ads name their ad group only.</summary>
internal sealed class ExportedParents
{
    private readonly ConcurrentDictionary<AdGroupId, CampaignId> _campaigns = new();

    public void Add(AdGroupId adGroupId, CampaignId campaignId) => _campaigns[adGroupId] = campaignId;

    public CampaignId? CampaignOf(AdGroupId? adGroupId) =>
        adGroupId is { } known && _campaigns.TryGetValue(known, out CampaignId campaignId) ? campaignId : null;
}
