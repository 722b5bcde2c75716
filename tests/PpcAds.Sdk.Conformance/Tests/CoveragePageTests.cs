using FluentAssertions;
using PpcAds.Sdk.Conformance.CoverageReport;
using PpcAds.Sdk.Conformance.Specs;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Conformance.Tests;

/// <summary><c>docs/coverage.md</c> is what the client, the simulator, the sync and Amazon's files are.</summary>
[Trait("Category", "Conformance")]
public sealed class CoveragePageTests
{
    [SkippableFact]
    public async Task The_coverage_page_is_what_goes_over_the_wire()
    {
        OperationCatalogue catalogue = AmazonSpecs.Catalogue;

        CoverageMeasurement measured = await CoverageMeasurement.RunAsync(catalogue);

        GeneratedFile.Check(new CoveragePage(catalogue, measured.Operations).Write(), "docs", "coverage.md");
        measured.Operations.Where(operation => !operation.Value.Succeeded).Select(operation => operation.Key).Should().BeEmpty();
        measured.Operations.Where(operation => operation.Value.Calls.Count == 0).Select(operation => operation.Key).Should().BeEmpty("a sync does nothing that a caller cannot");
        measured.Operations.Values.SelectMany(operation => operation.Tables).Distinct().Should().BeEquivalentTo(
            EntityTables.All.Where(table => table.IsOfProfile).Select(table => table.Name), "a table that no operation fills is no use");
    }
}
