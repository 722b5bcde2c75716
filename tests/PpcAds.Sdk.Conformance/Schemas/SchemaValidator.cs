using System.Text.Json;
using PpcAds.Sdk.Conformance.Exchanges;
using PpcAds.Sdk.Conformance.Specs;

namespace PpcAds.Sdk.Conformance.Schemas;

/// <summary>
/// Checks values against the schemas of one file. Stricter than OpenAPI in one way: members that no schema lists are
/// wrong unless <c>additionalProperties</c> says otherwise, since a misspelt member would be one.
/// </summary>
internal sealed class SchemaValidator
{
    private readonly SpecDocument _document;
    private readonly ObjectRules _objects;
    private readonly ArrayRules _arrays;
    private readonly CompositionRules _compositions;

    public SchemaValidator(SpecDocument document, ExchangeSide side)
    {
        _document = document;
        _objects = new ObjectRules(document, side, Check);
        _arrays = new ArrayRules(Check);
        _compositions = new CompositionRules(Apply);
    }

    public IReadOnlyList<SchemaIssue> Validate(JsonElement schema, JsonElement value, string pointer)
    {
        var issues = new List<SchemaIssue>();
        Check(schema, value, pointer, issues);
        return issues;
    }

    /// <summary>Checks a value on its own.</summary>
    private void Check(JsonElement schema, JsonElement value, string pointer, List<SchemaIssue> issues)
    {
        var shape = new ObjectShape();
        Apply(schema, value, pointer, shape, issues);
        issues.AddRange(shape.Unknown(value, pointer));
    }

    /// <summary>Checks a value that other schemas are checked against too, and adds the members known to this one.</summary>
    private void Apply(JsonElement unresolved, JsonElement value, string pointer, ObjectShape shape, List<SchemaIssue> issues)
    {
        JsonElement schema = _document.Resolve(unresolved);
        if (value.ValueKind == JsonValueKind.Null)
        {
            ApplyToNull(schema, value, pointer, shape, issues);
            return;
        }

        if (schema.Type() is { } type && !TypeRules.IsOfType(value, type))
        {
            issues.Add(SchemaIssue.At(pointer, Rules.Type, value));
            return;
        }

        if (!TypeRules.IsInEnum(value, schema))
        {
            issues.Add(SchemaIssue.At(pointer, Rules.Enum, value));
        }

        if (schema.Text("format") is { } format && !Formats.Holds(value, format))
        {
            issues.Add(SchemaIssue.At(pointer, Rules.Format, value));
        }

        ApplyByKind(schema, value, pointer, shape, issues);
        _compositions.Apply(schema, value, pointer, shape, issues);
    }

    private void ApplyToNull(JsonElement schema, JsonElement value, string pointer, ObjectShape shape, List<SchemaIssue> issues)
    {
        if (schema.Flag("nullable"))
        {
            return;
        }

        if (TypeRules.SaysWhat(schema))
        {
            issues.Add(SchemaIssue.At(pointer, Rules.Nullable, value));
            return;
        }

        _compositions.Apply(schema, value, pointer, shape, issues);
    }

    private void ApplyByKind(JsonElement schema, JsonElement value, string pointer, ObjectShape shape, List<SchemaIssue> issues)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                _objects.Apply(schema, value, pointer, shape, issues);
                break;
            case JsonValueKind.Array:
                _arrays.Apply(schema, value, pointer, issues);
                break;
            case JsonValueKind.String:
                issues.AddRange(ScalarRules.BrokenByText(schema, value.GetString()!).Select(Issue));
                break;
            case JsonValueKind.Number:
                issues.AddRange(ScalarRules.BrokenByNumber(schema, value).Select(Issue));
                break;
        }

        SchemaIssue Issue(string rule) => SchemaIssue.At(pointer, rule, value);
    }
}
