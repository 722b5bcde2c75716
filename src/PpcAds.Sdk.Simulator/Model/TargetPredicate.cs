using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Simulator.Model;

/// <summary>
/// One condition of a product target of Sponsored Products or of a target of Sponsored Display: its value is a text, a list of
/// such or absent.
/// </summary>
internal sealed record TargetPredicate(
    string Type, string? Value = null, IReadOnlyList<TargetPredicate>? Values = null, string? EventType = null)
{
    public JsonObject ToJson()
    {
        var predicate = new JsonObject { ["type"] = Type };
        if (Value is not null)
        {
            predicate["value"] = Value;
        }

        if (Values is not null)
        {
            predicate["value"] = new JsonArray([.. Values.Select(inner => (JsonNode)inner.ToJson())]);
        }

        if (EventType is not null)
        {
            predicate["eventType"] = EventType;
        }

        return predicate;
    }

    /// <summary>As reports write it.</summary>
    public override string ToString() => Values is not null
        ? $"{Type}=({string.Join(' ', Values)})"
        : EventType is not null ? $"{Type} lookback=30"
        : Value is null ? Type : $"{Type}=\"{Value}\"";
}
