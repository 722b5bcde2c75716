using System.Text.Json;

namespace PpcAds.Sdk.Conformance.Specs;

/// <summary>One operation of a file.</summary>
internal sealed class SpecOperation
{
    public SpecOperation(SpecDocument document, string method, string path, JsonElement pathItem, JsonElement definition)
    {
        Document = document;
        Method = method;
        Path = new PathTemplate(path);
        Definition = definition;
        Id = definition.TryGetProperty("operationId", out JsonElement id) ? document.IdPrefix + id.GetString() : $"{method} {path}";
        Parameters = [.. Declared(pathItem).Concat(Declared(definition))
            .GroupBy(parameter => (parameter.In, parameter.Name.ToUpperInvariant()))
            .Select(same => same.Last())];
    }

    public SpecDocument Document { get; }

    public string Id { get; }

    public string Method { get; }

    public PathTemplate Path { get; }

    public JsonElement Definition { get; }

    public IReadOnlyList<SpecParameter> Parameters { get; }

    /// <summary>Method and path template, the way exclusions name it.</summary>
    public override string ToString() => $"{Method} {Path}";

    public JsonElement? RequestBody =>
        Definition.TryGetProperty("requestBody", out JsonElement body) ? Document.Resolve(body) : null;

    /// <summary>What is declared for a status: itself, its class (<c>4XX</c>) or the default, in this order.</summary>
    public JsonElement? Response(int status)
    {
        JsonElement responses = Definition.GetProperty("responses");
        foreach (string key in new[] { $"{status}", $"{status / 100}XX", "default" })
        {
            if (responses.TryGetProperty(key, out JsonElement response))
            {
                return Document.Resolve(response);
            }
        }

        return null;
    }

    /// <summary>The media types of the answers that mean success.</summary>
    public IReadOnlyList<string> SuccessMediaTypes() =>
        [.. Definition.GetProperty("responses").EnumerateObject()
            .Where(response => response.Name.StartsWith('2'))
            .SelectMany(response => MediaTypes.Of(Document.Resolve(response.Value)))
            .Distinct(StringComparer.Ordinal)];

    private IEnumerable<SpecParameter> Declared(JsonElement owner) =>
        owner.TryGetProperty("parameters", out JsonElement parameters)
            ? parameters.EnumerateArray().Select(parameter => SpecParameter.From(Document.Resolve(parameter)))
            : [];
}
