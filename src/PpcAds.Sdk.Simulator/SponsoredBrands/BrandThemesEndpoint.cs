using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Http;
using PpcAds.Sdk.Simulator.Model;
using PpcAds.Sdk.Simulator.SponsoredProducts;

namespace PpcAds.Sdk.Simulator.SponsoredBrands;

/// <summary>Themes: ids are strings and types in capitals, but states in lower case.</summary>
internal sealed class BrandThemesEndpoint(SimulatorQuirks quirks) : ListEndpoint(quirks)
{
    private const int MostIds = 100;
    private static readonly string[] States = ["enabled", "paused", "archived"];
    private static readonly string[] Types = ["KEYWORDS_RELATED_TO_YOUR_BRAND", "KEYWORDS_RELATED_TO_YOUR_LANDING_PAGES"];

    protected override string ArrayName => "themes";

    protected override string? TotalName => null;

    protected override int LargestPage => 5000;

    protected override bool TakesExtendedData => false;

    public static Answer RefuseAuthor() => Answer.Of(
        403,
        new JsonObject { ["code"] = "ACCESS_DENIED", ["details"] = "Theme targeting is not available to author advertisers." });

    protected override IReadOnlySet<string>? ReadStates(FilterReader reader) =>
        reader.Names("stateFilter", 10, States) ?? States[..2].ToHashSet();

    protected override Answer Invalid(string message, JsonArray errors, string contentType) =>
        BrandErrors.Of(message, errors, BrandErrors.Version3);

    protected override IReadOnlyList<Func<JsonObject>> Select(
        FilterReader reader, SimulatedProfile profile, DateOnly today, IReadOnlySet<string>? states, bool extended)
    {
        IReadOnlySet<long>? ids = reader.Ids("themeIdFilter", MostIds);
        IReadOnlySet<long>? adGroups = reader.Ids("adGroupIdFilter", MostIds);
        IReadOnlySet<long>? campaigns = reader.Ids("campaignIdFilter", MostIds);
        IReadOnlySet<string>? types = reader.Names("themeTypeFilter", 10, Types);
        return
        [
            .. profile.BrandCampaigns.SelectMany(campaign => campaign.AdGroups).SelectMany(adGroup => adGroup.Targets)
                .Where(target => target.MatchType == "THEME"
                    && ids?.Contains(target.TargetId) != false
                    && adGroups?.Contains(target.AdGroup.AdGroupId) != false
                    && campaigns?.Contains(target.AdGroup.Campaign.CampaignId) != false
                    && types?.Contains(target.Text) != false
                    && states?.Contains(Version3Names.Of(target.Lifetime.StateOn(today))) != false)
                .Select(target => (Func<JsonObject>)(() => Describe(target, today))),
        ];
    }

    private JsonObject Describe(SimulatedTarget target, DateOnly today)
    {
        var entity = new JsonObject
        {
            ["themeId"] = Id(target.TargetId),
            ["adGroupId"] = Id(target.AdGroup.AdGroupId),
            ["campaignId"] = Id(target.AdGroup.Campaign.CampaignId),
            ["themeType"] = Quirks.UnknownEnumValues ? "KEYWORDS_FROM_DREAMS" : target.Text,
            ["state"] = Quirks.UnknownEnumValues ? "hibernating" : Version3Names.Of(target.Lifetime.StateOn(today)),
        };
        SetOptional(entity, "bid", target.Bid);
        return Finish(entity, target.Lifetime, today, extended: false, "");
    }
}
