using FluentAssertions;
using PpcAds.Sdk.Conformance.Catalogue;
using Xunit;

namespace PpcAds.Sdk.Conformance.Tests;

[Trait("Category", "Conformance")]
public sealed class OperationCoverageTests
{
    [SkippableFact]
    public void Every_operation_of_Amazons_files_is_covered_or_left_out_for_one_reason() =>
        new Coverage(AmazonSpecs.Catalogue.Operations, CoveredOperations.Ids, Exclusions.Load())
            .Problems().Should().BeEmpty();

    [Fact]
    public void An_operation_that_nobody_speaks_for_is_a_problem() =>
        Problems([], []).Should().ContainSingle().Which.Should().Be("GET /things/{thingId} (getThing) is neither covered nor left out.");

    [Fact]
    public void A_covered_operation_is_no_problem() => Problems(["getThing"], []).Should().BeEmpty();

    [Theory]
    [InlineData("GET /things/{thingId}")]
    [InlineData("GET /things/*")]
    [InlineData("* /things/*")]
    [InlineData("GET /**")]
    public void An_operation_that_is_left_out_is_no_problem(string pattern) =>
        Problems([], [new Exclusion(pattern, "Not needed.")]).Should().BeEmpty();

    [Theory]
    [InlineData("POST /things/*")]
    [InlineData("GET /*")]
    [InlineData("GET /things")]
    public void An_exclusion_that_matches_nothing_is_a_problem(string pattern) =>
        Problems(["getThing"], [new Exclusion(pattern, "Not needed.")])
            .Should().Equal($"The exclusion {pattern} matches nothing.");

    [Fact]
    public void An_exclusion_of_a_covered_operation_is_a_problem() =>
        Problems(["getThing"], [new Exclusion("GET /things/*", "Not needed.")])
            .Should().Equal("GET /things/{thingId} is covered, yet left out by GET /things/*.");

    [Fact]
    public void Two_exclusions_of_one_operation_are_a_problem() =>
        Problems([], [new Exclusion("GET /things/*", "Not needed."), new Exclusion("GET /**", "Nor this.")])
            .Should().Equal("GET /things/{thingId} is left out more than once: GET /things/*, GET /**.");

    [Fact]
    public void An_exclusion_without_a_reason_is_a_problem() =>
        Problems([], [new Exclusion("GET /things/*", " ")]).Should().Equal("The exclusion GET /things/* has no reason.");

    [Fact]
    public void Covering_what_no_file_declares_is_a_problem() =>
        Problems(["getThing", "getNothing"], []).Should().Equal("getNothing is covered, but no file declares it.");

    private static IReadOnlyList<string> Problems(string[] covered, Exclusion[] exclusions) =>
        new Coverage([SmallSpec.Catalogue().ById("getThing")], covered, exclusions).Problems();
}
