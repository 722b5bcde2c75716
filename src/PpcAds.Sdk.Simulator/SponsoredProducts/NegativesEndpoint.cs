using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.SponsoredProducts;

/// <summary>The four lists of negatives: keywords or targets, of ad groups or of whole campaigns.</summary>
internal sealed class NegativesEndpoint(SimulatorQuirks quirks, bool ofCampaigns, bool areKeywords) : ListEndpoint(quirks)
{
    private string Prefix => ofCampaigns ? "campaignNegative" : "negative";

    protected override string ArrayName => Prefix + (areKeywords ? "Keywords" : "TargetingClauses");

    protected override IReadOnlyList<Func<JsonObject>> Select(
        FilterReader reader, SimulatedProfile profile, DateOnly today, IReadOnlySet<string>? states, bool extended)
    {
        IReadOnlySet<long>? ids = reader.Ids($"{Prefix}{(areKeywords ? "Keyword" : "Target")}IdFilter", 1000);
        IReadOnlySet<long>? adGroups = ofCampaigns ? null : reader.Ids("adGroupIdFilter", 100);
        IReadOnlySet<long>? campaigns = reader.Ids("campaignIdFilter", 100);
        IReadOnlySet<string>? matchTypes = areKeywords
            ? reader.BareArray("matchTypeFilter", "NEGATIVE_EXACT", "NEGATIVE_PHRASE", "NEGATIVE_BROAD", "OTHER")
            : null;
        Func<string, bool>? text = areKeywords
            ? reader.Text($"{Prefix}KeywordTextFilter", matchTypeRequired: true)
            : reader.Text("asinFilter", matchTypeRequired: false);
        string? locale = areKeywords && !ofCampaigns ? reader.BareText("locale") : null;
        return
        [
            .. profile.Campaigns.SelectMany(NegativeFactory.Of)
                .Where(negative => negative.AdGroup is null == ofCampaigns
                    && negative.MatchType is not null == areKeywords
                    && locale is null // No simulated keyword has a native language.
                    && ids?.Contains(negative.Id) != false
                    && (adGroups is null || (negative.AdGroup is { } adGroup && adGroups.Contains(adGroup.AdGroupId)))
                    && campaigns?.Contains(negative.Campaign.CampaignId) != false
                    && matchTypes?.Contains(negative.MatchType!) != false
                    && text?.Invoke(negative.Text) != false
                    && states?.Contains(negative.Lifetime.StateOn(today)) != false)
                .Select(negative => (Func<JsonObject>)(() => Describe(negative, today, extended))),
        ];
    }

    private JsonObject Describe(SimulatedNegative negative, DateOnly today, bool extended)
    {
        var entity = new JsonObject { [areKeywords ? "keywordId" : "targetId"] = Id(negative.Id) };
        if (negative.AdGroup is { } adGroup)
        {
            entity["adGroupId"] = Id(adGroup.AdGroupId);
        }

        entity["campaignId"] = Id(negative.Campaign.CampaignId);
        entity["state"] = State(negative.Lifetime, today);
        if (areKeywords)
        {
            entity["keywordText"] = negative.Text;
            entity["matchType"] = Quirks.UnknownEnumValues ? "NEGATIVE_TELEPATHIC" : negative.MatchType;
        }
        else
        {
            entity["expression"] = Expression(negative.Text);
            entity["resolvedExpression"] = Expression(negative.Text);
        }

        return Finish(entity, negative.Lifetime, today, extended, "TARGETING_CLAUSE_STATUS_LIVE");
    }

    private static JsonArray Expression(string asin) => new(new JsonObject { ["type"] = "ASIN_SAME_AS", ["value"] = asin });
}
