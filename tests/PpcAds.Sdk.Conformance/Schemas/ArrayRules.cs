using System.Text.Json;

namespace PpcAds.Sdk.Conformance.Schemas;

/// <summary>What a schema says about arrays.</summary>
internal sealed class ArrayRules(CheckValue check)
{
    public void Apply(JsonElement schema, JsonElement value, string pointer, List<SchemaIssue> issues)
    {
        int length = value.GetArrayLength();
        if (length < schema.Whole("minItems"))
        {
            issues.Add(SchemaIssue.At(pointer, Rules.MinItems, value));
        }

        if (length > schema.Whole("maxItems"))
        {
            issues.Add(SchemaIssue.At(pointer, Rules.MaxItems, value));
        }

        if (schema.Flag("uniqueItems") && HasTwins([.. value.EnumerateArray()]))
        {
            issues.Add(SchemaIssue.At(pointer, Rules.UniqueItems, value));
        }

        if (schema.TryGetProperty("items", out JsonElement items))
        {
            int index = 0;
            foreach (JsonElement item in value.EnumerateArray())
            {
                check(items, item, JsonPointer.Append(pointer, index++), issues);
            }
        }
    }

    private static bool HasTwins(JsonElement[] items) =>
        items.Where((item, index) => items.Take(index).Any(earlier => JsonElement.DeepEquals(earlier, item))).Any();
}
