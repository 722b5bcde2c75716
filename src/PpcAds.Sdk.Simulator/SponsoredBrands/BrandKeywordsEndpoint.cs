using System.Globalization;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Http;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.SponsoredBrands;

/// <summary>Keywords and negative keywords of Sponsored Brands v3: bare arrays that are read on from an index.</summary>
internal sealed class BrandKeywordsEndpoint(SimulatorQuirks quirks, bool isNegative)
{
    // How many Amazon gives at most is documented nowhere.
    private const int LargestPage = 5000;

    private static readonly string[] States = ["enabled", "paused", "archived"];
    private static readonly string[] CreativeTypes = ["productCollection", "video"];
    private readonly MatchCache<SimulatedTarget> _lists = new();
    private readonly string[] _matchTypes = isNegative ? ["negativeExact", "negativePhrase"] : ["broad", "exact", "phrase"];

    public Answer List(ScopedCall scoped, bool hasBrandVideos)
    {
        var query = new QueryReader(scoped.Call.Query);
        int asked = query.Int("startIndex") ?? 0;
        int start = scoped.Call.Fault is { Kind: SimulatorFaultKind.IndexIgnored } ? 0 : asked;
        int count = Math.Min(query.Int("count") ?? LargestPage, LargestPage);
        string list = $"{scoped.Today:O}|{scoped.Profile.ProfileId}|{hasBrandVideos}|{query.Others("startIndex", "count")}";
        IReadOnlyList<SimulatedTarget> matches = _lists.Find(list) ?? FindMatches(query, scoped, hasBrandVideos, list);
        if (query.Problem is { } problem)
        {
            return BrandErrors.Of(problem, BrandErrors.Version3);
        }

        JsonNode[] page = [.. matches.Skip(start).Take(count).Select(target => (JsonNode)Describe(target, scoped.Today))];
        return Answer.Of(200, new JsonArray(page), scoped.AnswerType);
    }

    /// <summary>Keeps what it finds only if the query is right, so that what is kept needs no second check.</summary>
    private IReadOnlyList<SimulatedTarget> FindMatches(QueryReader query, ScopedCall scoped, bool hasBrandVideos, string list)
    {
        IReadOnlySet<string>? matchTypes = query.Names("matchTypeFilter", _matchTypes);
        IReadOnlySet<string> states = query.Names("stateFilter", States) ?? States[..2].ToHashSet();
        IReadOnlySet<long>? ids = query.Ids("keywordIdFilter");
        IReadOnlySet<long>? adGroups = query.Ids("adGroupIdFilter");
        IReadOnlySet<long>? campaigns = query.Ids("campaignIdFilter");
        IReadOnlySet<string>? creativeTypes = query.Names("creativeType", CreativeTypes);
        string? text = query.Text("keywordText");
        string? locale = isNegative ? null : query.Text("locale");
        query.RefuseOthers();
        IReadOnlyList<SimulatedTarget> matches =
        [
            .. scoped.Profile.BrandCampaigns
                .SelectMany(campaign => campaign.AdGroups)
                .SelectMany(adGroup => isNegative ? adGroup.Negatives : adGroup.Targets)
                .Where(target => _matchTypes.Contains(Version3Names.Of(target.MatchType))
                    && (hasBrandVideos || !target.AdGroup.Campaign.Brand!.IsBrandVideo)
                    && locale is null // No simulated keyword has a native language.
                    && ids?.Contains(target.TargetId) != false
                    && adGroups?.Contains(target.AdGroup.AdGroupId) != false
                    && campaigns?.Contains(target.AdGroup.Campaign.CampaignId) != false
                    && matchTypes?.Contains(Version3Names.Of(target.MatchType)) != false
                    && creativeTypes?.Contains(target.AdGroup.Campaign.Brand!.Version3CreativeType) != false
                    && (text is null || text == target.Text)
                    && states.Contains(Version3Names.Of(target.Lifetime.StateOn(scoped.Today)))),
        ];
        if (query.Problem is null)
        {
            _lists.Add(list, matches);
        }

        return matches;
    }

    private JsonObject Describe(SimulatedTarget target, DateOnly today)
    {
        var entity = new JsonObject
        {
            ["keywordId"] = target.TargetId,
            ["adGroupId"] = target.AdGroup.AdGroupId,
            ["campaignId"] = target.AdGroup.Campaign.CampaignId,
            ["keywordText"] = target.Text,
            ["matchType"] = quirks.UnknownEnumValues ? "telepathic" : Version3Names.Of(target.MatchType),
            ["state"] = quirks.UnknownEnumValues ? "hibernating" : Version3Names.Of(target.Lifetime.StateOn(today)),
        };
        if (target.Bid is not null)
        {
            entity["bid"] = target.Bid;
        }

        if (quirks.NullOptionalMembers)
        {
            entity["nativeLanguageKeyword"] = null;
        }

        if (quirks.ExtraMembers)
        {
            entity["experimental"] = string.Create(CultureInfo.InvariantCulture, $"{target.TargetId}");
        }

        return entity;
    }
}
