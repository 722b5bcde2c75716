using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Simulator.Faults;

/// <summary>
/// Makes one item of a JSON array odd: of the array that is the whole text, or else of the first one within the object. Works on
/// bytes, since no writer writes what is odd here, and so that all other items stay as they are.
/// </summary>
internal static class OddItems
{
    private const string Placeholder = "@@odd@@";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same text with the odd item; unchanged when there is no such item.</summary>
    public static byte[] Apply(byte[] json, SimulatorFault fault)
    {
        if (FindItem(json, fault.Index) is not { } place)
        {
            return json;
        }

        ReadOnlySpan<byte> item = json.AsSpan(place.Start, place.Length);
        byte[]? odd = fault.Oddity is SimulatorOddity.ExtraNull or SimulatorOddity.ExtraWithoutId
            ? WithExtra(item, fault.Oddity)
            : item.IsEmpty ? null : Change(item, fault);
        return odd is null ? json : [.. json.AsSpan(0, place.Start), .. odd, .. json.AsSpan(place.Start + place.Length)];
    }

    /// <summary>
    /// Where an item is; the end of the array, with no length, right after its last item, or in an empty array.
    /// </summary>
    private static (int Start, int Length)? FindItem(byte[] json, int index)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read() && reader.TokenType != JsonTokenType.StartArray)
        {
        }

        for (int number = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; number++)
        {
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (number == index)
            {
                return (start, (int)reader.BytesConsumed - start);
            }
        }

        return reader.TokenType == JsonTokenType.EndArray && index == 0 ? ((int)reader.TokenStartIndex, 0) : null;
    }

    private static byte[] WithExtra(ReadOnlySpan<byte> item, SimulatorOddity oddity)
    {
        string extra = "null";
        if (oddity == SimulatorOddity.ExtraWithoutId)
        {
            JsonObject copy = item.IsEmpty ? [] : JsonNode.Parse(item) as JsonObject ?? [];
            copy.Remove(OddMembers.FindId(copy) ?? "");
            extra = copy.ToJsonString(Readable);
        }

        return item.IsEmpty ? Encoding.UTF8.GetBytes(extra) : [.. Encoding.UTF8.GetBytes($"{extra},"), .. item];
    }

    private static byte[]? Change(ReadOnlySpan<byte> item, SimulatorFault fault)
    {
        if (fault.Oddity == SimulatorOddity.Null)
        {
            return "null"u8.ToArray();
        }

        if (JsonNode.Parse(item) is not JsonObject entity)
        {
            return null;
        }

        string? path = fault.Member ?? (fault.Oddity is SimulatorOddity.IdNull or SimulatorOddity.IdTooLarge
            ? OddMembers.FindId(entity)
            : OddMembers.FindText(entity));
        if (path is null || OddMembers.FindParent(entity, path) is not { } parent)
        {
            return null;
        }

        string name = path.Split('.')[^1];
        byte[] replacement = ChangeMember(parent, name, fault.Oddity);
        byte[] text = Encoding.UTF8.GetBytes(entity.ToJsonString(Readable));
        int at = text.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Placeholder));
        return at < 0 ? text : [.. text.AsSpan(0, at), .. replacement, .. text.AsSpan(at + Placeholder.Length)];
    }

    /// <summary>Changes the member, and puts a placeholder where bytes have to stand that no writer writes.</summary>
    /// <returns>Those bytes.</returns>
    private static byte[] ChangeMember(JsonObject parent, string name, SimulatorOddity oddity)
    {
        JsonNode? value = parent[name];
        switch (oddity)
        {
            case SimulatorOddity.IdNull:
                parent[name] = null;
                return [];
            case SimulatorOddity.IdTooLarge:
                parent[name] = value?.GetValueKind() == JsonValueKind.String ? "9223372036854775808" : 9223372036854775808UL;
                return [];
            case SimulatorOddity.OtherType:
                parent[name] = new JsonArray(value?.DeepClone());
                return [];
            case SimulatorOddity.DuplicateMember:
                Rebuild(parent, name);
                return Encoding.UTF8.GetBytes(name);
            default:
                parent[name] = $"{value}{Placeholder}";
                return oddity switch
                {
                    SimulatorOddity.HalfEmoji => "\\ud83d"u8.ToArray(),
                    SimulatorOddity.NulCharacter => "\\u0000B"u8.ToArray(),
                    _ => [0xC3, 0x28],
                };
        }
    }

    /// <summary>Puts a member before that of a name, which keeps its value: the last one is what most readers take.</summary>
    private static void Rebuild(JsonObject parent, string name)
    {
        foreach ((string member, JsonNode? value) in parent.ToList())
        {
            parent.Remove(member);
            if (member == name)
            {
                parent[Placeholder] = $"Not {value}";
            }

            parent[member] = value;
        }
    }
}
