using System.Text.Json;
using FluentAssertions;
using PpcAds.Sdk.Conformance.Specs;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Conformance.Tests;

[Trait("Category", "Conformance")]
public sealed class ReportTypeCatalogueTests
{
    [SkippableFact]
    public void The_catalogue_of_report_types_is_the_one_beside_the_spec_files()
    {
        AmazonSpecs.SkipIfAbsent();
        string source = Path.GetFullPath("../report-types.json", SpecFolder.Current.Path);
        Skip.IfNot(File.Exists(source), "There is no report-types.json beside the folder of Amazon's OpenAPI files.");

        JsonElement ours = Read(Path.Combine(RepositoryFiles.Root, "eng", "catalogue", "report-types.json"));

        JsonElement.DeepEquals(ours, Read(source)).Should().BeTrue("the catalogue is copied, not edited");
    }

    private static JsonElement Read(string path) => JsonElement.Parse(File.ReadAllText(path));
}
