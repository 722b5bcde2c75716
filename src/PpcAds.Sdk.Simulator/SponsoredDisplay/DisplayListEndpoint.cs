using System.Globalization;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Http;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.SponsoredDisplay;

/// <summary>A list of Sponsored Display: a bare array that is read on from an index, plain or with extended data.</summary>
internal abstract class DisplayListEndpoint(SimulatorQuirks quirks)
{
    // How many Amazon gives at most is documented nowhere.
    private const int LargestPage = 5000;

    private static readonly string[] States = ["enabled", "paused", "archived"];

    private readonly MatchCache<DisplayEntity> _lists = new();

    protected SimulatorQuirks Quirks => quirks;

    public Answer List(ScopedCall scoped, bool extended)
    {
        var query = new QueryReader(scoped.Call.Query);
        int asked = query.Int("startIndex") ?? 0;
        int start = scoped.Call.Fault is { Kind: SimulatorFaultKind.IndexIgnored } ? 0 : asked;
        int count = Math.Min(query.Int("count") ?? LargestPage, LargestPage);
        string list = $"{scoped.Today:O}|{scoped.Profile.ProfileId}|{query.Others("startIndex", "count")}";
        IReadOnlyList<DisplayEntity> matches = _lists.Find(list) ?? FindMatches(query, scoped, list);
        if (query.Problem is { } problem)
        {
            return Answer.Of(400, new JsonObject { ["code"] = "INVALID_ARGUMENT", ["details"] = problem });
        }

        JsonNode[] page = [.. matches.Skip(start).Take(count).Select(entity => (JsonNode)Finish(entity, scoped.Today, extended))];
        return Answer.Of(200, new JsonArray(page));
    }

    /// <summary>Reads the list's own filters and gives what passes them, whatever its state.</summary>
    protected abstract IEnumerable<DisplayEntity> Select(QueryReader query, SimulatedProfile profile);

    /// <summary>A member that may have no value: left out, or null, as the quirk says.</summary>
    protected void SetOptional(JsonObject entity, string name, JsonNode? value)
    {
        if (value is not null || quirks.NullOptionalMembers)
        {
            entity[name] = value;
        }
    }

    protected static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Keeps what it finds only if the query is right, so that what is kept needs no second check.</summary>
    private IReadOnlyList<DisplayEntity> FindMatches(QueryReader query, ScopedCall scoped, string list)
    {
        IReadOnlySet<string> states = query.Names("stateFilter", States) ?? States.ToHashSet();
        IReadOnlyList<DisplayEntity> matches =
        [
            .. Select(query, scoped.Profile)
                .Where(entity => states.Contains(entity.Lifetime.StateOn(scoped.Today).ToLowerInvariant())),
        ];
        query.RefuseOthers();
        if (query.Problem is null)
        {
            _lists.Add(list, matches);
        }

        return matches;
    }

    private JsonObject Finish(DisplayEntity entity, DateOnly today, bool extended)
    {
        JsonObject members = entity.Describe();
        string state = entity.Lifetime.StateOn(today);
        members["state"] = quirks.UnknownEnumValues ? "hibernating" : state.ToLowerInvariant();
        if (extended)
        {
            members["servingStatus"] = state switch
            {
                "ENABLED" => entity.LiveStatus,
                "ARCHIVED" => "CAMPAIGN_ARCHIVED",
                _ => "CAMPAIGN_PAUSED",
            };
            members["creationDate"] = Milliseconds(entity.Lifetime.Start);
            members["lastUpdatedDate"] = Milliseconds(entity.Lifetime.LastChange(today));
        }

        if (quirks.ExtraMembers)
        {
            members["experimental"] = new JsonObject { ["score"] = 0.5, ["labels"] = new JsonArray("a", "b") };
        }

        return members;
    }

    private static long Milliseconds(DateOnly day) =>
        new DateTimeOffset(day, new TimeOnly(9, 30), TimeSpan.Zero).ToUnixTimeMilliseconds();
}
