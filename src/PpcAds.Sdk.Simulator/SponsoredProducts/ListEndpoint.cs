using System.Text.Json;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Http;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.SponsoredProducts;

/// <summary>
/// What the lists by token have in common: body, pages, envelope. As they are of Sponsored Products v3, unless a list says
/// otherwise.
/// </summary>
internal abstract class ListEndpoint(SimulatorQuirks quirks)
{
    private static readonly string[] StatesOfVersion3 =
        ["ENABLED", "PAUSED", "ARCHIVED", "PROPOSED", "ENABLING", "USER_DELETED", "OTHER"];

    private readonly MatchCache<Func<JsonObject>> _lists = new();

    /// <summary>The name of the array in the envelope.</summary>
    protected abstract string ArrayName { get; }

    /// <summary>Whether the caller may say how many entities stand on a page.</summary>
    protected virtual bool TakesPageSize => true;

    /// <summary>The name of the total in the envelope; null for none.</summary>
    protected virtual string? TotalName => "totalResults";

    protected virtual int LargestPage => 1000;

    /// <summary>Whether extended data can be requested.</summary>
    protected virtual bool TakesExtendedData => true;

    protected SimulatorQuirks Quirks => quirks;

    public Answer List(ScopedCall scoped)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(scoped.Call.Body.IsEmpty ? "{}"u8.ToArray() : scoped.Call.Body);
        }
        catch (JsonException)
        {
            return Invalid("The body is not JSON.", [], scoped.AnswerType);
        }

        using (document)
        {
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? List(document.RootElement, scoped)
                : Invalid("The body is not a JSON object.", [], scoped.AnswerType);
        }
    }

    /// <summary>Reads the filters of this list and applies them.</summary>
    /// <param name="reader">The body.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="today">The day in the profile's time zone, on which states depend.</param>
    /// <param name="states">The requested states, or null for all.</param>
    /// <param name="extended">Whether extended data was requested.</param>
    /// <returns>One function for each match, to be called for those on the page only.</returns>
    protected abstract IReadOnlyList<Func<JsonObject>> Select(
        FilterReader reader, SimulatedProfile profile, DateOnly today, IReadOnlySet<string>? states, bool extended);

    /// <summary>The requested states, or null for all.</summary>
    protected virtual IReadOnlySet<string>? ReadStates(FilterReader reader) => reader.Names("stateFilter", 10, StatesOfVersion3);

    protected virtual Answer Invalid(string message, JsonArray errors, string contentType)
    {
        var body = new JsonObject { ["code"] = "INVALID_ARGUMENT", ["message"] = message };
        if (errors.Count > 0)
        {
            body["errors"] = errors;
        }

        return Answer.Of(400, body);
    }

    protected virtual JsonObject ExtendedData(Lifetime lifetime, DateOnly today, string status) => new()
    {
        ["creationDateTime"] = $"{lifetime.Start:yyyy-MM-dd}T08:00:00Z",
        ["lastUpdateDateTime"] = $"{lifetime.LastChange(today):yyyy-MM-dd}T09:30:00Z",
        ["servingStatus"] = status,
        ["servingStatusDetails"] = new JsonArray(new JsonObject { ["name"] = $"{status}_DETAIL" }),
    };

    protected JsonNode Id(long id) => quirks.IdsAsNumbers ? id : id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Sets a member that Amazon leaves out when it has no value, or sends as null under a quirk.</summary>
    protected void SetOptional(JsonObject entity, string name, JsonNode? value)
    {
        if (value is not null || quirks.NullOptionalMembers)
        {
            entity[name] = value;
        }
    }

    protected string State(Lifetime lifetime, DateOnly today) =>
        quirks.UnknownEnumValues ? "HIBERNATING" : lifetime.StateOn(today);

    protected JsonObject Finish(JsonObject entity, Lifetime lifetime, DateOnly today, bool extended, string liveStatus)
    {
        if (extended)
        {
            entity["extendedData"] = ExtendedData(
                lifetime, today, lifetime.StateOn(today) == "ENABLED" ? liveStatus : "ADVERTISER_PAUSED");
        }

        if (quirks.ExtraMembers)
        {
            entity["experimental"] = new JsonObject { ["score"] = 0.5, ["labels"] = new JsonArray("a", "b") };
        }

        return entity;
    }

    private Answer List(JsonElement body, ScopedCall scoped)
    {
        (SimulatedProfile profile, DateOnly today) = (scoped.Profile, scoped.Today);
        var reader = new FilterReader(body);
        int? pageSize = TakesPageSize ? reader.Int("maxResults", 1, LargestPage) : null;
        string? token = reader.BareText("nextToken");
        string list = $"{ArrayName}|{profile.ProfileId}|{Filters(body)}";
        IReadOnlyList<Func<JsonObject>> matches = _lists.Find($"{today:O}|{list}") ?? FindMatches(reader, profile, today, list);
        PagePosition? position = token is null ? null : PageToken.Read(token, list);
        if (token is not null && position is null)
        {
            reader.BadToken(token);
        }

        if (reader.Errors.Count > 0)
        {
            return Invalid("The request is not valid.", reader.Errors, scoped.AnswerType);
        }

        // An empty page may come although more follow: its token differs from the one before by a sign.
        bool isEmpty = quirks.EmptyPages && position is { Offset: > 0 } && !token!.EndsWith(' ');
        ListPage page = ListPage.Of(position, pageSize ?? LargestPage, matches.Count, scoped.Call.Fault);
        return Answer.Of(200, Envelope(matches, page, isEmpty ? $"{token} " : null, list), scoped.AnswerType);
    }

    /// <param name="matches">All that the list has.</param>
    /// <param name="page">The page.</param>
    /// <param name="emptyUntil">The token of the page when an empty one comes first.</param>
    /// <param name="list">What a token is for.</param>
    private JsonObject Envelope(IReadOnlyList<Func<JsonObject>> matches, ListPage page, string? emptyUntil, string list)
    {
        JsonNode[] items = emptyUntil is not null
            ? []
            : [.. matches.Skip(page.Start).Take(page.End - page.Start).Select(match => (JsonNode)match())];
        var envelope = new JsonObject { [ArrayName] = new JsonArray(items) };
        if (emptyUntil is not null)
        {
            envelope["nextToken"] = emptyUntil;
        }
        else if (page.Next is { } next)
        {
            envelope["nextToken"] = PageToken.Write(next, list);
        }

        if (!quirks.OmitTotalResults && TotalName is { } total)
        {
            envelope[total] = page.Total;
        }

        return envelope;
    }

    /// <summary>Keeps what it finds only if the filters are right, so that what is kept needs no second check.</summary>
    private IReadOnlyList<Func<JsonObject>> FindMatches(
        FilterReader reader, SimulatedProfile profile, DateOnly today, string list)
    {
        IReadOnlySet<string>? states = ReadStates(reader);
        bool extended = TakesExtendedData && reader.Bool("includeExtendedDataFields");
        IReadOnlyList<Func<JsonObject>> matches = Select(reader, profile, today, states, extended);
        reader.RefuseOthers();
        if (reader.Errors.Count == 0)
        {
            _lists.Add($"{today:O}|{list}", matches);
        }

        return matches;
    }

    /// <summary>Everything but the page: a token is good only with the same filters.</summary>
    private static string Filters(JsonElement body) => string.Join('&', body.EnumerateObject()
        .Where(member => member.Name is not ("nextToken" or "maxResults"))
        .OrderBy(member => member.Name, StringComparer.Ordinal)
        .Select(member => $"{member.Name}={member.Value.GetRawText()}"));
}
