using System.Text.Json;

namespace PpcAds.Sdk.Conformance.Schemas;

/// <summary>Checks a value on its own.</summary>
internal delegate void CheckValue(JsonElement schema, JsonElement value, string pointer, List<SchemaIssue> issues);
