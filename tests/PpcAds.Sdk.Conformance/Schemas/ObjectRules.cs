using System.Text.Json;
using PpcAds.Sdk.Conformance.Exchanges;
using PpcAds.Sdk.Conformance.Specs;

namespace PpcAds.Sdk.Conformance.Schemas;

/// <summary>What a schema says about objects.</summary>
internal sealed class ObjectRules(SpecDocument document, ExchangeSide side, CheckValue check)
{
    /// <summary>The flag of members that must not go this way, and are not required on it.</summary>
    private readonly string _notThisWay = side == ExchangeSide.Request ? Rules.ReadOnly : Rules.WriteOnly;

    public void Apply(JsonElement schema, JsonElement value, string pointer, ObjectShape shape, List<SchemaIssue> issues)
    {
        CheckCount(schema, value, pointer, issues);
        CheckRequired(schema, value, pointer, issues);
        bool listed = schema.TryGetProperty("properties", out JsonElement properties);
        if (listed)
        {
            shape.Describe();
        }

        foreach (JsonProperty member in value.EnumerateObject())
        {
            string place = JsonPointer.Append(pointer, member.Name);
            if (listed && properties.TryGetProperty(member.Name, out JsonElement property))
            {
                shape.Know(member.Name);
                CheckMember(property, member.Value, place, issues);
            }
            else if (schema.TryGetProperty("additionalProperties", out JsonElement others)
                && others.ValueKind == JsonValueKind.Object)
            {
                shape.Know(member.Name);
                check(others, member.Value, place, issues);
            }
        }

        ApplyOpenness(schema, shape);
    }

    private static void ApplyOpenness(JsonElement schema, ObjectShape shape)
    {
        if (schema.Flag("additionalProperties"))
        {
            shape.Open();
        }
        else if (schema.Has("additionalProperties"))
        {
            shape.Describe();
        }
    }

    private static void CheckCount(JsonElement schema, JsonElement value, string pointer, List<SchemaIssue> issues)
    {
        int count = value.EnumerateObject().Count();
        if (count < schema.Whole("minProperties"))
        {
            issues.Add(SchemaIssue.At(pointer, Rules.MinProperties, value));
        }

        if (count > schema.Whole("maxProperties"))
        {
            issues.Add(SchemaIssue.At(pointer, Rules.MaxProperties, value));
        }
    }

    private void CheckMember(JsonElement property, JsonElement value, string pointer, List<SchemaIssue> issues)
    {
        if (document.Resolve(property).Flag(_notThisWay))
        {
            issues.Add(SchemaIssue.At(pointer, _notThisWay, value));
        }

        check(property, value, pointer, issues);
    }

    private void CheckRequired(JsonElement schema, JsonElement value, string pointer, List<SchemaIssue> issues)
    {
        if (!schema.TryGetProperty("required", out JsonElement required))
        {
            return;
        }

        foreach (string name in required.EnumerateArray().Select(name => name.GetString()!))
        {
            if (!value.TryGetProperty(name, out _) && !IsNotThisWay(schema, name))
            {
                issues.Add(new SchemaIssue(JsonPointer.Append(pointer, name), Rules.Required, "nothing"));
            }
        }
    }

    private bool IsNotThisWay(JsonElement schema, string name) =>
        schema.TryGetProperty("properties", out JsonElement properties)
        && properties.TryGetProperty(name, out JsonElement property)
        && document.Resolve(property).Flag(_notThisWay);
}
