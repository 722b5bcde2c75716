using System.Text.Json;

namespace PpcAds.Sdk.Conformance.Schemas;

/// <summary>The members that the schemas of one object know, gathered across <c>allOf</c> and its like.</summary>
internal sealed class ObjectShape
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private bool _described;
    private bool _open;

    /// <summary>Some schema lists members, so that others are a mistake; a bare object takes anything.</summary>
    public void Describe() => _described = true;

    /// <summary>Some schema takes members of any name.</summary>
    public void Open() => _open = true;

    public void Know(string member) => _known.Add(member);

    public void Merge(ObjectShape other)
    {
        _known.UnionWith(other._known);
        _described |= other._described;
        _open |= other._open;
    }

    public ObjectShape Copy()
    {
        var copy = new ObjectShape();
        copy.Merge(this);
        return copy;
    }

    public IEnumerable<SchemaIssue> Unknown(JsonElement value, string pointer)
    {
        if (value.ValueKind != JsonValueKind.Object || !_described || _open)
        {
            return [];
        }

        return value.EnumerateObject()
            .Where(member => !_known.Contains(member.Name))
            .Select(member => SchemaIssue.At(JsonPointer.Append(pointer, member.Name), Rules.AdditionalProperties, member.Value));
    }
}
