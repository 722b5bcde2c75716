using FluentAssertions;
using PpcAds.Sdk.Conformance.Exchanges;
using PpcAds.Sdk.Conformance.Reporting;
using PpcAds.Sdk.Conformance.Schemas;
using Xunit;
using Xunit.Sdk;

namespace PpcAds.Sdk.Conformance.Tests;

[Trait("Category", "Conformance")]
public sealed class ConformanceReportTests
{
    private static readonly Exchange Misspelt = SampleExchanges.GetThing.WithResponseText("42", "42, \"nmae\": 1");

    private static readonly SpecDefect Excuse = new(
        "getThing", ExchangeSide.Response, "/body/*", Rules.AdditionalProperties, "The file forgot it.");

    [Fact]
    public void Every_covered_operation_answered_without_a_violation_is_a_pass()
    {
        ConformanceReport report = Report(["getThing", "listThings"], [], SampleExchanges.GetThing, SampleExchanges.ListThings);

        report.Assert();
        report.ToString().Should().Be("""
            operation   requests  responses  violations
            getThing    1         200: 1     0
            listThings  1         204: 1     0
            """);
    }

    [Fact]
    public void A_violation_fails_and_is_printed()
    {
        ConformanceReport report = Report(["getThing"], [], Misspelt, SampleExchanges.GetThing);

        report.Problems().Should().Equal("getThing response /body/nmae: additionalProperties, found 1");
        report.Invoking(one => one.Assert()).Should().Throw<XunitException>().WithMessage("*getThing   2         200: 2     1*nmae*");
    }

    [Fact]
    public void A_covered_operation_that_is_never_asked_for_fails() =>
        Report(["getThing"], []).Problems().Should().Equal("getThing was never asked for.");

    [Fact]
    public void A_covered_operation_that_never_succeeds_fails() =>
        Report(["getThing"], [], Refused()).Problems().Should().Equal("getThing was never answered with success.");

    [Fact]
    public void An_operation_that_is_asked_for_without_being_covered_fails() =>
        Report(["getThing"], [], SampleExchanges.GetThing, SampleExchanges.ListThings)
            .Problems().Should().Equal("listThings was asked for, but is not among the covered operations.");

    [Fact]
    public void A_known_defect_of_the_file_excuses_a_violation() =>
        Report(["getThing"], [Excuse], Misspelt).Problems().Should().BeEmpty();

    [Theory]
    [InlineData("/body", "1")]
    [InlineData("/body/*", "2")]
    [InlineData("/body/name", null)]
    public void A_defect_excuses_only_what_it_names(string place, string? found)
    {
        SpecDefect other = Excuse with { Pointer = place, Found = found };

        Report(["getThing"], [other], Misspelt).Problems().Should().Equal(
            "getThing response /body/nmae: additionalProperties, found 1",
            $"The spec defect of getThing at {place} (additionalProperties) excused nothing.");
    }

    private static Exchange Refused() => SampleExchanges.GetThing.WithResponseHeader("Content-Type", "application/json") with
    {
        Status = 403,
        ResponseBody = SampleExchanges.Bytes("""{ "code": "ACCESS_DENIED" }"""),
    };

    private static ConformanceReport Report(string[] covered, SpecDefect[] defects, params Exchange[] exchanges)
    {
        var report = new ConformanceReport(SmallSpec.Catalogue(), covered, defects);
        report.Check(exchanges);
        return report;
    }
}
