using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.SponsoredProducts;

internal sealed class TargetsEndpoint(SimulatorQuirks quirks) : ListEndpoint(quirks)
{
    public const string MediaType = "application/vnd.spTargetingClause.v3+json";

    protected override string ArrayName => "targetingClauses";

    protected override IReadOnlyList<Func<JsonObject>> Select(
        FilterReader reader, SimulatedProfile profile, DateOnly today, IReadOnlySet<string>? states, bool extended)
    {
        IReadOnlySet<long>? ids = reader.Ids("targetIdFilter", 1000);
        IReadOnlySet<long>? adGroups = reader.Ids("adGroupIdFilter", 100);
        IReadOnlySet<long>? campaigns = reader.Ids("campaignIdFilter", 100);
        IReadOnlySet<string>? types = reader.Names("expressionTypeFilter", 2, "AUTO", "MANUAL", "OTHER");
        Func<string, bool>? asin = reader.Text("asinFilter", matchTypeRequired: false);
        return
        [
            .. profile.Campaigns.SelectMany(campaign => campaign.AdGroups).SelectMany(adGroup => adGroup.Targets)
                .Where(target => !target.IsKeyword
                    && (asin is null || target.Expression.Any(part => part.Type == "ASIN_SAME_AS" && asin(part.Value!)))
                    && ids?.Contains(target.TargetId) != false
                    && adGroups?.Contains(target.AdGroup.AdGroupId) != false
                    && campaigns?.Contains(target.AdGroup.Campaign.CampaignId) != false
                    && types?.Contains(TypeOf(target)) != false
                    && states?.Contains(target.Lifetime.StateOn(today)) != false)
                .Select(target => (Func<JsonObject>)(() => Describe(target, today, extended))),
        ];
    }

    private JsonObject Describe(SimulatedTarget target, DateOnly today, bool extended)
    {
        var entity = new JsonObject
        {
            ["targetId"] = Id(target.TargetId),
            ["adGroupId"] = Id(target.AdGroup.AdGroupId),
            ["campaignId"] = Id(target.AdGroup.Campaign.CampaignId),
            ["state"] = State(target.Lifetime, today),
            ["expressionType"] = Quirks.UnknownEnumValues ? "TELEPATHIC" : TypeOf(target),
            ["expression"] = Expression(target, predicate => predicate),
            ["resolvedExpression"] = Expression(target, Named),
        };
        SetOptional(entity, "bid", target.Bid);
        return Finish(entity, target.Lifetime, today, extended, "TARGETING_CLAUSE_STATUS_LIVE");
    }

    private static string TypeOf(SimulatedTarget target) => target.Expression.Count == 0 ? "AUTO" : "MANUAL";

    private static JsonArray Expression(SimulatedTarget target, Func<TargetPredicate, TargetPredicate> write) =>
        target.Expression.Count == 0
            ? new JsonArray(new JsonObject { ["type"] = Automatic(target.Text) })
            : new JsonArray([.. target.Expression.Select(predicate => (JsonNode)write(predicate).ToJson())]);

    /// <summary>By its name instead of its number.</summary>
    private static TargetPredicate Named(TargetPredicate predicate) =>
        predicate.Type is "ASIN_CATEGORY_SAME_AS" or "ASIN_BRAND_SAME_AS"
            ? predicate with { Value = $"Name of {predicate.Value}" }
            : predicate;

    private static string Automatic(string text) => text switch
    {
        "close-match" => "QUERY_HIGH_REL_MATCHES",
        "loose-match" => "QUERY_BROAD_REL_MATCHES",
        "substitutes" => "ASIN_SUBSTITUTE_RELATED",
        _ => "ASIN_ACCESSORY_RELATED",
    };
}
