using System.Text.Json;

namespace PpcAds.Sdk.Conformance.Schemas;

/// <summary>Checks a value against one of several schemas and adds the members that this one knows.</summary>
internal delegate void ApplySchema(
    JsonElement schema, JsonElement value, string pointer, ObjectShape shape, List<SchemaIssue> issues);
