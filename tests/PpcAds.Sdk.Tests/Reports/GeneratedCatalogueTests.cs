using FluentAssertions;
using PpcAds.Sdk.CatalogueGenerator;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.Reports;

public sealed class GeneratedCatalogueTests
{
    private const string Remedy = "the report types follow eng/catalogue/report-types.json; run: dotnet run --project eng/CatalogueGenerator";

    [Fact]
    public void The_report_types_are_what_the_generator_writes()
    {
        IReadOnlyDictionary<string, string> files = CatalogueFiles.Write(RepositoryFiles.Read(CatalogueFiles.Source));

        files.Should().HaveCount(41);
        Directory.GetFiles(Path.Combine(RepositoryFiles.Root, CatalogueFiles.Folder)).Select(file => Path.GetFileName(file))
            .Should().BeEquivalentTo(files.Keys, Remedy);
        foreach ((string name, string text) in files)
        {
            (RepositoryFiles.Read(CatalogueFiles.Folder, name).ReplaceLineEndings("\n") == text).Should().BeTrue($"{name}: {Remedy}");
        }
    }
}
