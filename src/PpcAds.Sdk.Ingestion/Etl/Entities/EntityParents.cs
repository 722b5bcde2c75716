using System.Collections.Concurrent;

namespace PpcAds.Sdk.Etl;

/// <summary>
/// Which campaign each ad group of a profile is in. Amazon Ads exports v1: targets and ads name their ad group only. So do the
/// negative targets of Sponsored Display's list.
/// </summary>
internal sealed class EntityParents
{
    private readonly ConcurrentDictionary<(string AdProduct, AdGroupId AdGroupId), CampaignId> _campaigns = new();

    public void Add(string adProduct, AdGroupId adGroupId, CampaignId campaignId) =>
        _campaigns[(adProduct, adGroupId)] = campaignId;

    public CampaignId? CampaignOf(string adProduct, AdGroupId? adGroupId) =>
        adGroupId is { } known && _campaigns.TryGetValue((adProduct, known), out CampaignId campaignId) ? campaignId : null;

    /// <summary>Learns from an ad group, and completes an entity whose list names its ad group only.</summary>
    public IEntityRecord Complete(IEntityRecord record)
    {
        switch (record)
        {
            case AdGroupRecord { CampaignId: { } campaignId } adGroup:
                Add(adGroup.AdProduct, adGroup.AdGroupId, campaignId);
                return record;
            case TargetRecord { CampaignId: null } target:
                return target with { CampaignId = CampaignOf(target.AdProduct, target.AdGroupId) };
            case NegativeTargetRecord { CampaignId: null } target:
                return target with { CampaignId = CampaignOf(target.AdProduct, target.AdGroupId) };
            default:
                return record;
        }
    }
}
