using FluentAssertions;
using PpcAds.Sdk.Conformance.Catalogue;
using PpcAds.Sdk.Conformance.Exchanges;
using PpcAds.Sdk.Conformance.Reporting;
using PpcAds.Sdk.Conformance.Specs;
using Xunit;

namespace PpcAds.Sdk.Conformance.Tests;

[Trait("Category", "Conformance")]
public sealed class SpecDefectTests
{
    [Fact]
    public void Every_defect_has_a_reason_and_is_in_a_covered_operation() =>
        SpecDefects.Load().Where(defect => string.IsNullOrWhiteSpace(defect.Reason) || !CoveredOperations.Ids.Contains(defect.Operation))
            .Should().BeEmpty();

    [Fact]
    public void A_defect_is_read_with_or_without_what_is_found()
    {
        const string Json = """
            [
              { "operation": "a", "side": "response", "pointer": "/body/*", "rule": "type", "reason": "b" },
              { "operation": "c", "side": "request", "pointer": "/query/d", "rule": "enum", "found": "1", "reason": "e" }
            ]
            """;

        SpecDefects.Parse(Json).Should().Equal(
            new SpecDefect("a", ExchangeSide.Response, "/body/*", "type", "b"),
            new SpecDefect("c", ExchangeSide.Request, "/query/d", "enum", "e", "1"));
    }

    [SkippableFact]
    public void Faultless_exchanges_that_meet_every_defect_are_a_pass()
    {
        AmazonSpecs.SkipIfAbsent();
        ConformanceReport report = ConformanceReport.For(SpecFolder.Current);

        report.Check(AmazonExchanges.All.Values);
        report.Problems().Should().OnlyContain(problem => problem.EndsWith("excused nothing.", StringComparison.Ordinal));

        Exchange profiles = AmazonExchanges.All["listProfiles"];
        report.Check([profiles with { Target = $"{profiles.Target}&profileTypeFilter=seller%2Cvendor" }]);
        report.Assert();
    }
}
