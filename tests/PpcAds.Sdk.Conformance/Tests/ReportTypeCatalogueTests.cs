using System.Text.Json;
using FluentAssertions;
using PpcAds.Sdk.Conformance.Specs;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Conformance.Tests;

[Trait("Category", "Conformance")]
public sealed class ReportTypeCatalogueTests
{
    /// <summary>What Amazon's pages added since is in ours only; nothing was removed or renamed.</summary>
    [SkippableFact]
    public void The_catalogue_of_report_types_holds_all_that_the_one_beside_the_spec_files_does()
    {
        AmazonSpecs.SkipIfAbsent();
        string source = Path.GetFullPath("../report-types.json", SpecFolder.Current.Path);
        Skip.IfNot(File.Exists(source), "There is no report-types.json beside the folder of Amazon's OpenAPI files.");

        Dictionary<string, JsonElement> ours = Types(Path.Combine(RepositoryFiles.Root, "eng", "catalogue", "report-types.json"));

        foreach ((string id, JsonElement type) in Types(source))
        {
            ours.Should().ContainKey(id);
            FindDifference(type, ours[id]).Should().BeNull($"{id} is copied, and only added to");
        }
    }

    /// <summary>The path of the first part of an element that another lacks. Lists may have more entries, in between.</summary>
    private static string? FindDifference(JsonElement part, JsonElement whole)
    {
        if (part.ValueKind == JsonValueKind.Object && whole.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in part.EnumerateObject())
            {
                if (!whole.TryGetProperty(member.Name, out JsonElement ours))
                {
                    return member.Name;
                }

                if (FindDifference(member.Value, ours) is { } rest)
                {
                    return $"{member.Name}.{rest}";
                }
            }

            return null;
        }

        if (part.ValueKind == JsonValueKind.Array && whole.ValueKind == JsonValueKind.Array)
        {
            string[] names = [.. whole.EnumerateArray().Select(item => item.GetRawText())];
            return part.EnumerateArray().Select(item => item.GetRawText()).FirstOrDefault(item => !names.Contains(item));
        }

        return JsonElement.DeepEquals(part, whole) ? null : part.GetRawText();
    }

    private static Dictionary<string, JsonElement> Types(string path) =>
        Read(path).EnumerateArray().ToDictionary(type => type.GetProperty("reportTypeId").GetString()!);

    private static JsonElement Read(string path) => JsonElement.Parse(File.ReadAllText(path));
}
