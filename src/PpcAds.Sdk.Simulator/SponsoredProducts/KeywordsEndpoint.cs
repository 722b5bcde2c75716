using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.SponsoredProducts;

internal sealed class KeywordsEndpoint(SimulatorQuirks quirks) : ListEndpoint(quirks)
{
    public const string MediaType = "application/vnd.spKeyword.v3+json";

    protected override string ArrayName => "keywords";

    protected override IReadOnlyList<Func<JsonObject>> Select(
        FilterReader reader, SimulatedProfile profile, DateOnly today, IReadOnlySet<string>? states, bool extended)
    {
        IReadOnlySet<long>? ids = reader.Ids("keywordIdFilter", 1000);
        IReadOnlySet<long>? adGroups = reader.Ids("adGroupIdFilter", 100);
        IReadOnlySet<long>? campaigns = reader.Ids("campaignIdFilter", 100);
        IReadOnlySet<string>? matchTypes = reader.BareArray("matchTypeFilter", "BROAD", "PHRASE", "EXACT", "OTHER");
        Func<string, bool>? text = reader.Text("keywordTextFilter", matchTypeRequired: true);
        string? locale = reader.BareText("locale");
        return
        [
            .. profile.Campaigns.SelectMany(campaign => campaign.AdGroups).SelectMany(adGroup => adGroup.Targets)
                .Where(target => target.IsKeyword
                    && locale is null // No simulated keyword has a native language.
                    && ids?.Contains(target.TargetId) != false
                    && adGroups?.Contains(target.AdGroup.AdGroupId) != false
                    && campaigns?.Contains(target.AdGroup.Campaign.CampaignId) != false
                    && matchTypes?.Contains(target.MatchType) != false
                    && text?.Invoke(target.Text) != false
                    && states?.Contains(target.Lifetime.StateOn(today)) != false)
                .Select(target => (Func<JsonObject>)(() => Describe(target, today, extended))),
        ];
    }

    private JsonObject Describe(SimulatedTarget target, DateOnly today, bool extended)
    {
        var entity = new JsonObject
        {
            ["keywordId"] = Id(target.TargetId),
            ["adGroupId"] = Id(target.AdGroup.AdGroupId),
            ["campaignId"] = Id(target.AdGroup.Campaign.CampaignId),
            ["keywordText"] = target.Text,
            ["matchType"] = Quirks.UnknownEnumValues ? "TELEPATHIC" : target.MatchType,
            ["state"] = State(target.Lifetime, today),
        };
        SetOptional(entity, "bid", target.Bid);
        return Finish(entity, target.Lifetime, today, extended, "TARGETING_CLAUSE_STATUS_LIVE");
    }
}
