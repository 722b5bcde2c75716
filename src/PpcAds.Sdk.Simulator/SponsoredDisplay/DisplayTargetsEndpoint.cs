using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Http;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.SponsoredDisplay;

/// <summary>Targets, or what keeps ads away.</summary>
internal sealed class DisplayTargetsEndpoint(SimulatorQuirks quirks, bool isNegative) : DisplayListEndpoint(quirks)
{
    protected override IEnumerable<DisplayEntity> Select(QueryReader query, SimulatedProfile profile)
    {
        IReadOnlySet<long>? campaigns = query.Ids("campaignIdFilter");
        IReadOnlySet<long>? adGroups = query.Ids("adGroupIdFilter");
        IReadOnlySet<long>? targets = query.Ids("targetIdFilter");
        return profile.DisplayCampaigns.SelectMany(campaign => campaign.AdGroups)
            .SelectMany(adGroup => isNegative ? adGroup.Negatives : adGroup.Targets)
            .Where(target => campaigns?.Contains(target.AdGroup.Campaign.CampaignId) != false
                && adGroups?.Contains(target.AdGroup.AdGroupId) != false
                && targets?.Contains(target.TargetId) != false)
            .Select(target => new DisplayEntity(target.Lifetime, "TARGET_STATUS_LIVE", () => Describe(target)));
    }

    private JsonObject Describe(SimulatedTarget target)
    {
        var entity = new JsonObject
        {
            ["targetId"] = target.TargetId,
            ["adGroupId"] = target.AdGroup.AdGroupId,
            ["expressionType"] = Quirks.UnknownEnumValues ? "dreamt" : "manual",
            ["expression"] = Expression(target),
            ["resolvedExpression"] = Resolved(target),
        };
        if (!isNegative)
        {
            entity["campaignId"] = target.AdGroup.Campaign.CampaignId;
            SetOptional(entity, "bid", target.Bid);
        }

        return entity;
    }

    private static JsonArray Expression(SimulatedTarget target) =>
        new([.. target.Expression.Select(predicate => (JsonNode)predicate.ToJson())]);

    /// <summary>By names. For an audience of a retired kind Amazon sends a text.</summary>
    private static JsonNode Resolved(SimulatedTarget target) =>
        target.Expression.Any(predicate => predicate.EventType is not null)
        ? target.Text
        : new JsonArray([.. target.Expression.Select(predicate => (JsonNode)Named(predicate).ToJson())]);

    private static TargetPredicate Named(TargetPredicate predicate) => predicate with
    {
        Value = predicate is { Type: "asinCategorySameAs" or "asinBrandSameAs" or "audienceSameAs", Value: { } id }
            ? $"Name of {id}"
            : predicate.Value,
        Values = predicate.Values is null ? null : [.. predicate.Values.Select(Named)],
    };
}
