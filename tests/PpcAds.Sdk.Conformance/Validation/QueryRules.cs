using System.Text.Json;
using PpcAds.Sdk.Conformance.Exchanges;
using PpcAds.Sdk.Conformance.Schemas;
using PpcAds.Sdk.Conformance.Specs;

namespace PpcAds.Sdk.Conformance.Validation;

/// <summary>The query: only what is declared, each as declared.</summary>
internal static class QueryRules
{
    public static void Check(Exchange exchange, SpecOperation operation, ViolationList violations)
    {
        ILookup<string, string> sent = Parse(exchange.Query);
        var declared = operation.Parameters.Where(parameter => parameter.In == "query").ToList();
        var names = declared.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        foreach (IGrouping<string, string> values in sent.Where(values => !names.Contains(values.Key)))
        {
            violations.Add(Pointer(values.Key), Rules.UnknownQuery, string.Join(", ", values));
        }

        foreach (SpecParameter parameter in declared)
        {
            string[] values = [.. sent[parameter.Name]];
            if (values.Length > 0)
            {
                CheckValues(parameter, values, operation, violations);
            }
            else if (parameter.Required)
            {
                violations.Add(Pointer(parameter.Name), Rules.Required, "nothing");
            }
        }
    }

    private static void CheckValues(SpecParameter parameter, string[] values, SpecOperation operation, ViolationList violations)
    {
        JsonElement schema = operation.Document.Resolve(parameter.Schema);
        bool list = schema.Type() == "array";
        if (values.Length > 1 && !(list && parameter.Explode))
        {
            violations.Add(Pointer(parameter.Name), Rules.Repeated, string.Join(", ", values));
        }
        else if (list)
        {
            JsonElement items = operation.Document.Resolve(schema.GetProperty("items"));
            IEnumerable<string> texts = parameter.Explode ? values : values[0].Split(',');
            violations.CheckSchema(schema, TextValue.ToJsonList(items, texts), Pointer(parameter.Name));
        }
        else
        {
            violations.CheckText(schema, values[0], Pointer(parameter.Name));
        }
    }

    private static ILookup<string, string> Parse(string query) => query
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .ToLookup(pair => Decode(pair[0]), pair => pair.Length == 2 ? Decode(pair[1]) : "");

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static string Pointer(string name) => JsonPointer.Append("/query", name);
}
