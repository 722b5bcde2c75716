using FluentAssertions;
using PpcAds.Sdk.Conformance.Specs;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Conformance.Tests;

[Trait("Category", "Conformance")]
public sealed class SpecFolderTests
{
    [Fact]
    public void The_named_folder_is_taken() =>
        SpecFolder.Find(AppContext.BaseDirectory, "/nowhere").Should().Match<SpecFolder>(
            folder => folder.AbsentReason == null && folder.Path == AppContext.BaseDirectory);

    [Fact]
    public void A_named_folder_that_does_not_exist_is_a_reason_to_skip() =>
        SpecFolder.Find("/nowhere/at/all", RepositoryFiles.Root)
            .AbsentReason.Should().Be("PPCADS_SPECS_DIR names a folder that does not exist.");

    [Fact]
    public void No_folder_beside_the_repository_is_a_reason_to_skip() =>
        SpecFolder.Find(null, "/nowhere/at/all").AbsentReason.Should().Be(
            "Amazon's OpenAPI files are not in ../shared/amazon-ads/specs; set PPCADS_SPECS_DIR to the folder that holds them.");
}
