using FluentAssertions;
using PpcAds.Sdk.Conformance.Exchanges;
using PpcAds.Sdk.Conformance.Schemas;
using PpcAds.Sdk.Conformance.Validation;
using Xunit;

namespace PpcAds.Sdk.Conformance.Tests;

[Trait("Category", "Conformance")]
public sealed class ResponseRuleTests
{
    private static readonly Exchange Throttled = SampleExchanges.GetThing
        .WithResponseHeader("Content-Type", "application/json")
        .WithResponseHeader("Retry-After", "2") with
    {
        Status = 429,
        ResponseBody = SampleExchanges.Bytes("""{ "code": "THROTTLED" }"""),
    };

    [Theory]
    [InlineData(201)]
    [InlineData(500)]
    public void A_status_that_is_not_declared_is_a_violation(int status) =>
        ShouldBe(SampleExchanges.GetThing with { Status = status }, "/status", Rules.Status);

    [Theory]
    [InlineData(404)]
    [InlineData(429)]
    public void A_status_is_declared_by_itself_or_by_its_class(int status) =>
        Validate(Throttled with { Status = status }).Should().BeEmpty();

    [Theory]
    [InlineData("soon", Rules.Type)]
    [InlineData("1.5", Rules.Type)]
    [InlineData("3000000000", Rules.Format)]
    public void A_declared_header_is_as_declared(string value, string rule) =>
        ShouldBe(Throttled.WithResponseHeader("Retry-After", value), "/header/Retry-After", rule);

    [Fact]
    public void A_header_that_is_not_required_may_be_missing() =>
        Validate(Throttled.WithResponseHeader("Retry-After", null)).Should().BeEmpty();

    [Theory]
    [InlineData(null)]
    [InlineData("application/json")]
    [InlineData("application/vnd.thing.v2+json")]
    public void The_media_type_is_one_declared_for_the_status(string? value) =>
        ShouldBe(SampleExchanges.GetThing.WithResponseHeader("Content-Type", value), "/header/Content-Type", Rules.MediaType);

    [Theory]
    [InlineData("application/vnd.thing.v1+json; charset=utf-8")]
    [InlineData("application/vnd.Thing.v1+json")]
    public void A_server_may_add_a_charset_and_write_media_types_in_any_case(string value) =>
        Validate(SampleExchanges.GetThing.WithResponseHeader("Content-Type", value)).Should().BeEmpty();

    [Theory]
    [InlineData("\"id\"", "\"ID\"", 2, "/body/id", Rules.Required)]
    [InlineData("42", "\"42\"", 1, "/body/id", Rules.Type)]
    [InlineData("42", "42, \"more\": 1", 1, "/body/more", Rules.AdditionalProperties)]
    [InlineData("42", "42, \"name\": null", 1, "/body/name", Rules.Nullable)]
    [InlineData("42", "42,", 1, "/body", Rules.Json)]
    public void A_wrong_body_is_a_violation(string replaced, string by, int count, string place, string rule)
    {
        IReadOnlyList<Violation> violations = Validate(SampleExchanges.GetThing.WithResponseText(replaced, by));

        violations.Should().HaveCount(count);
        violations[0].Should().Match<Violation>(one =>
            one.Side == ExchangeSide.Response && one.Pointer == place && one.Rule == rule && one.Operation == "getThing");
    }

    [Fact]
    public void A_declared_body_must_be_there() =>
        ShouldBe(SampleExchanges.GetThing with { ResponseBody = default }, "/body", Rules.Required);

    [Fact]
    public void A_body_that_is_not_declared_is_a_violation() =>
        ShouldBe(SampleExchanges.ListThings with { ResponseBody = SampleExchanges.Bytes("{}") }, "/body", Rules.BodyNotDeclared);

    private static IReadOnlyList<Violation> Validate(Exchange exchange) =>
        new ExchangeValidator(SmallSpec.Catalogue()).Validate(exchange);

    private static void ShouldBe(Exchange exchange, string place, string rule)
    {
        Violation violation = Validate(exchange).Should().ContainSingle().Which;
        (violation.Side, violation.Pointer, violation.Rule).Should().Be((ExchangeSide.Response, place, rule));
    }
}
