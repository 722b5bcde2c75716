using System.Text.Json;

namespace PpcAds.Sdk.Conformance.Schemas;

/// <summary><c>allOf</c>, <c>oneOf</c>, <c>anyOf</c> and <c>not</c>.</summary>
internal sealed class CompositionRules(ApplySchema apply)
{
    public void Apply(JsonElement schema, JsonElement value, string pointer, ObjectShape shape, List<SchemaIssue> issues)
    {
        foreach (JsonElement part in Parts(schema, "allOf"))
        {
            apply(part, value, pointer, shape, issues);
        }

        ApplyChoice(schema, Rules.OneOf, value, pointer, shape, issues);
        ApplyChoice(schema, Rules.AnyOf, value, pointer, shape, issues);
        if (schema.TryGetProperty("not", out JsonElement forbidden) && Holds(forbidden, value, pointer))
        {
            issues.Add(SchemaIssue.At(pointer, Rules.Not, value));
        }
    }

    private static JsonElement[] Parts(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out JsonElement parts) ? [.. parts.EnumerateArray()] : [];

    private void ApplyChoice(
        JsonElement schema, string rule, JsonElement value, string pointer, ObjectShape shape, List<SchemaIssue> issues)
    {
        var tried = Parts(schema, rule).Select(part => Try(part, value, pointer, shape)).ToList();
        if (tried.Count == 0)
        {
            return;
        }

        var matching = tried.Where(branch => branch.Issues.Count == 0).ToList();
        matching.ForEach(branch => shape.Merge(branch.Shape));
        if (matching.Count == 0)
        {
            // What is nearly right says more than that nothing is.
            (ObjectShape nearest, List<SchemaIssue> why) = tried.MinBy(branch => branch.Issues.Count);
            shape.Merge(nearest);
            issues.Add(SchemaIssue.At(pointer, rule, value));
            issues.AddRange(why);
        }
        else if (rule == Rules.OneOf && matching.Count > 1)
        {
            issues.Add(SchemaIssue.At(pointer, rule, value));
        }
    }

    private bool Holds(JsonElement schema, JsonElement value, string pointer)
    {
        var issues = new List<SchemaIssue>();
        apply(schema, value, pointer, new ObjectShape(), issues);
        return issues.Count == 0;
    }

    /// <summary>Members count as unknown to a branch, too: often only they tell one branch from another.</summary>
    private (ObjectShape Shape, List<SchemaIssue> Issues) Try(
        JsonElement part, JsonElement value, string pointer, ObjectShape outer)
    {
        ObjectShape shape = outer.Copy();
        var issues = new List<SchemaIssue>();
        apply(part, value, pointer, shape, issues);
        issues.AddRange(shape.Unknown(value, pointer));
        return (shape, issues);
    }
}
