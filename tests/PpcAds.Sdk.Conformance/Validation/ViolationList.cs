using System.Text.Json;
using PpcAds.Sdk.Conformance.Exchanges;
using PpcAds.Sdk.Conformance.Schemas;
using PpcAds.Sdk.Conformance.Specs;

namespace PpcAds.Sdk.Conformance.Validation;

/// <summary>Gathers the violations of one side of one exchange.</summary>
internal sealed class ViolationList(SpecOperation operation, ExchangeSide side)
{
    private readonly SchemaValidator _schemas = new(operation.Document, side);
    private readonly List<Violation> _violations = [];

    public IReadOnlyList<Violation> Violations => _violations;

    public void Add(string pointer, string rule, string found) =>
        _violations.Add(new Violation(operation.Id, side, pointer, rule, SchemaIssue.Cut(found)));

    public void AddHeader(string name, string rule, string found) => Add(JsonPointer.Append("/header", name), rule, found);

    public void CheckSchema(JsonElement schema, JsonElement value, string pointer)
    {
        foreach (SchemaIssue issue in _schemas.Validate(schema, value, pointer))
        {
            Add(issue.Pointer, issue.Rule, issue.Found);
        }
    }

    /// <summary>Checks a value that was sent as text: in a header, the path or the query.</summary>
    public void CheckText(JsonElement schema, string text, string pointer) =>
        CheckSchema(schema, TextValue.ToJson(operation.Document.Resolve(schema), text), pointer);
}
