using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Simulator.SponsoredProducts;

/// <summary>Reads the body of a list call strictly: what is not documented is an error, in Amazon's shape.</summary>
internal sealed class FilterReader(JsonElement body)
{
    private readonly HashSet<string> _known = [];

    public JsonArray Errors { get; } = [];

    public IReadOnlySet<long>? Ids(string name, int limit)
    {
        if (!Include(name, limit, out List<string> texts))
        {
            return null;
        }

        var ids = new HashSet<long>();
        foreach (string text in texts)
        {
            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long id))
            {
                ids.Add(id);
            }
            else
            {
                Malformed($"$.{name}.include", text, "An id is a whole number, sent as a string.");
            }
        }

        return ids;
    }

    public IReadOnlySet<string>? Names(string name, int limit, params string[] allowed)
    {
        if (!Include(name, limit, out List<string> texts))
        {
            return null;
        }

        CheckAllowed($"$.{name}.include", texts, allowed);
        return texts.ToHashSet();
    }

    /// <summary>A filter by text; Amazon uses only the first term of a broad one.</summary>
    public Func<string, bool>? Text(string name, bool matchTypeRequired, int limit = 100)
    {
        if (!Member(name, JsonValueKind.Object, out JsonElement filter))
        {
            return null;
        }

        string matchType = filter.TryGetProperty("queryTermMatchType", out JsonElement type) ? type.ToString() : "";
        if (matchType.Length == 0 && matchTypeRequired)
        {
            Add(
                "missingValueError",
                "MISSING_VALUE",
                $"$.{name}.queryTermMatchType",
                null,
                "queryTermMatchType is required here.");
        }
        else if (matchType.Length > 0)
        {
            CheckAllowed($"$.{name}.queryTermMatchType", [matchType], "BROAD_MATCH", "EXACT_MATCH");
        }

        List<string> terms = Strings($"$.{name}.include", filter, "include", limit);
        return matchType == "EXACT_MATCH"
            ? value => terms.Contains(value, StringComparer.OrdinalIgnoreCase)
            : value => terms.Count > 0 && value.Contains(terms[0], StringComparison.OrdinalIgnoreCase);
    }

    public IReadOnlySet<string>? BareArray(string name, params string[] allowed)
    {
        if (!Member(name, JsonValueKind.Array, out JsonElement array))
        {
            return null;
        }

        List<string> texts = [.. array.EnumerateArray().Select(item => item.ToString())];
        CheckAllowed($"$.{name}", texts, allowed);
        return texts.ToHashSet();
    }

    /// <summary>The objects of an array; empty when there is none.</summary>
    public IReadOnlyList<JsonElement> Objects(string name)
    {
        if (!Member(name, JsonValueKind.Array, out JsonElement array))
        {
            return [];
        }

        foreach (JsonElement item in array.EnumerateArray().Where(item => item.ValueKind != JsonValueKind.Object))
        {
            Malformed($"$.{name}", item.ToString(), "An object is expected.");
        }

        return [.. array.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)];
    }

    /// <summary>Anything else that is wrong.</summary>
    public void Refuse(string location, string trigger, string message) => Malformed(location, trigger, message);

    public string? BareText(string name, params string[] allowed)
    {
        if (!Member(name, JsonValueKind.String, out JsonElement text))
        {
            return null;
        }

        if (allowed.Length > 0)
        {
            CheckAllowed($"$.{name}", [text.GetString()!], allowed);
        }

        return text.GetString();
    }

    public int? Int(string name, int lowest, int highest)
    {
        if (!Member(name, JsonValueKind.Number, out JsonElement number))
        {
            return null;
        }

        if (!number.TryGetInt32(out int value))
        {
            Malformed($"$.{name}", number.ToString(), "A whole number of 32 bits is expected.");
            return null;
        }

        if (value < lowest || value > highest)
        {
            JsonObject error = Add(
                "rangeError",
                value < lowest ? "TOO_LOW" : "TOO_HIGH",
                $"$.{name}",
                number.ToString(),
                $"{name} must lie between {lowest} and {highest}.");
            error["lowerLimit"] = lowest.ToString(CultureInfo.InvariantCulture);
            error["upperLimit"] = highest.ToString(CultureInfo.InvariantCulture);
        }

        return value;
    }

    public bool Bool(string name)
    {
        _known.Add(name);
        if (!body.TryGetProperty(name, out JsonElement value))
        {
            return false;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Malformed($"$.{name}", value.ToString(), "true or false is expected.");
        return false;
    }

    /// <summary>Refuses the members that were not read. Call it last.</summary>
    public void RefuseOthers()
    {
        foreach (JsonProperty member in body.EnumerateObject().Where(member => !_known.Contains(member.Name)))
        {
            Malformed($"$.{member.Name}", member.Name, "There is no such member.");
        }
    }

    public void BadToken(string token) =>
        Add("invalidInputError", "INVALID_TOKEN", "$.nextToken", token, "The token is not one of this list.");

    private bool Include(string name, int limit, out List<string> texts)
    {
        texts = [];
        if (!Member(name, JsonValueKind.Object, out JsonElement filter))
        {
            return false;
        }

        texts = Strings($"$.{name}.include", filter, "include", limit);
        return true;
    }

    private bool Member(string name, JsonValueKind kind, out JsonElement value)
    {
        _known.Add(name);
        if (!body.TryGetProperty(name, out value))
        {
            return false;
        }

        if (value.ValueKind == kind)
        {
            return true;
        }

        Malformed($"$.{name}", value.ToString(), $"{kind} is expected, not {value.ValueKind}.");
        return false;
    }

    private List<string> Strings(string location, JsonElement filter, string name, int limit)
    {
        if (!filter.TryGetProperty(name, out JsonElement array) || array.ValueKind != JsonValueKind.Array)
        {
            Add("missingValueError", "MISSING_VALUE", location, null, "An array is required.");
            return [];
        }

        List<string> texts = [];
        foreach (JsonElement item in array.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String)
            {
                texts.Add(item.GetString()!);
            }
            else
            {
                Malformed(location, item.ToString(), "A string is expected.");
            }
        }

        if (texts.Count > limit)
        {
            JsonObject error = Add("rangeError", "TOO_HIGH", location, $"{texts.Count}", $"At most {limit} values are taken.");
            error["upperLimit"] = limit.ToString(CultureInfo.InvariantCulture);
        }

        return texts;
    }

    private void CheckAllowed(string location, IEnumerable<string> texts, params string[] allowed)
    {
        foreach (string text in texts.Where(text => !allowed.Contains(text)))
        {
            JsonObject error = Add("rangeError", "INVALID_ENUM_VALUE", location, text, "The value is not one of the allowed.");
            error["allowed"] = new JsonArray([.. allowed.Select(value => (JsonNode)value)]);
        }
    }

    private void Malformed(string location, string trigger, string message) =>
        Add("malformedValueError", "PATTERN_NOT_MATCHED", location, trigger, message);

    private JsonObject Add(string kind, string reason, string location, string? trigger, string message)
    {
        var cause = new JsonObject { ["location"] = location };
        if (trigger is not null)
        {
            cause["trigger"] = trigger;
        }

        var error = new JsonObject { ["reason"] = reason, ["message"] = message, ["cause"] = cause };
        Errors.Add(new JsonObject { ["errorType"] = kind, ["errorValue"] = new JsonObject { [kind] = error } });
        return error;
    }
}
