using System.Text.Json;
using Microsoft.OpenApi.YamlReader;
using SharpYaml.Serialization;

namespace PpcAds.Sdk.Conformance.Specs;

/// <summary>One OpenAPI 3.0 file, as JSON whatever it was written in.</summary>
internal sealed class SpecDocument
{
    private SpecDocument(string file, JsonElement root)
    {
        File = file;
        Root = root;
        string version = root.GetProperty("openapi").GetString() ?? "none";
        if (!version.StartsWith("3.0.", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{file} is OpenAPI {version}; the rules here are those of 3.0.");
        }
    }

    public string File { get; }

    /// <summary>What the ids of its operations begin with: files of 2022 share names such as listCampaigns with each other.</summary>
    public string IdPrefix => File.Contains("_2022", StringComparison.Ordinal) ? $"{File.Split('_')[0]}." : "";

    public JsonElement Root { get; }

    public static SpecDocument Load(string path)
    {
        string text = System.IO.File.ReadAllText(path);
        bool yaml = Path.GetExtension(path) is ".yaml" or ".yml";
        return Parse(Path.GetFileName(path), yaml ? YamlToJson(text) : text);
    }

    public static SpecDocument Parse(string file, string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return new SpecDocument(file, document.RootElement.Clone());
    }

    /// <summary>Follows <c>$ref</c> to what it stands for. What stands beside it is ignored, as OpenAPI 3.0 says.</summary>
    public JsonElement Resolve(JsonElement element)
    {
        while (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("$ref", out JsonElement reference))
        {
            element = At(reference.GetString()!);
        }

        return element;
    }

    private static string YamlToJson(string yaml)
    {
        var stream = new YamlStream();
        using var reader = new StringReader(yaml);
        stream.Load(reader);
        return stream.Documents[0].ToJsonNode()!.ToJsonString();
    }

    private JsonElement At(string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{File}: {reference} points outside the file.");
        }

        JsonElement element = Root;
        foreach (string segment in reference[2..].Split('/'))
        {
            string name = segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (!element.TryGetProperty(name, out element))
            {
                throw new InvalidOperationException($"{File}: {reference} points at nothing.");
            }
        }

        return element;
    }
}
