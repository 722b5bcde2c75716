using FluentAssertions;
using PpcAds.Sdk.Conformance.Exchanges;
using PpcAds.Sdk.Conformance.Schemas;
using PpcAds.Sdk.Conformance.Validation;
using Xunit;

namespace PpcAds.Sdk.Conformance.Tests;

[Trait("Category", "Conformance")]
public sealed class RequestRuleTests
{
    [Fact]
    public void Faultless_exchanges_have_no_violations()
    {
        Validate(SampleExchanges.GetThing).Should().BeEmpty();
        Validate(SampleExchanges.ListThings).Should().BeEmpty();
    }

    [Fact]
    public void A_path_that_is_not_declared_is_a_violation() =>
        Validate(SampleExchanges.GetThing with { Target = "/thing/42" }).Should().Equal(
            new Violation("GET /thing/42", ExchangeSide.Request, "/path", Rules.Operation, "a path that is not declared"));

    [Fact]
    public void A_method_that_is_not_declared_is_a_violation() =>
        Validate(SampleExchanges.GetThing with { Method = "PATCH" }).Should().Equal(new Violation(
            "PATCH /things/42", ExchangeSide.Request, "/method", Rules.Operation, "a method that is not declared (there is GET)"));

    [Theory]
    [InlineData(null)]
    [InlineData("token")]
    [InlineData("bearer token")]
    [InlineData("Bearer ")]
    public void Authorization_is_a_bearer_token_that_is_never_shown(string? value) =>
        Only(SampleExchanges.GetThing.WithRequestHeader("Authorization", value))
            .Should().Match<Violation>(one => one.Pointer == "/header/Authorization" && one.Rule == Rules.Authorization
                && (one.Found == "nothing" || one.Found == "no bearer token"));

    [Fact]
    public void The_client_id_is_required_even_where_it_is_not_declared() =>
        ShouldBe(Only(SampleExchanges.GetThing.WithRequestHeader("Amazon-Advertising-API-ClientId", null)),
            "/header/Amazon-Advertising-API-ClientId", Rules.Required);

    [Fact]
    public void The_scope_is_required_where_it_is_declared_as_optional() =>
        ShouldBe(Only(SampleExchanges.ListThings.WithRequestHeader("Amazon-Advertising-API-Scope", null)),
            "/header/Amazon-Advertising-API-Scope", Rules.Required);

    [Theory]
    [InlineData(null, Rules.Required)]
    [InlineData("seven", Rules.Type)]
    public void A_declared_header_is_sent_as_declared(string? value, string rule) =>
        ShouldBe(Only(SampleExchanges.GetThing.WithRequestHeader("X-Trace", value)), "/header/X-Trace", rule);

    [Theory]
    [InlineData("/things/first?count=3", "/path/thingId", Rules.Type)]
    [InlineData("/things/42", "/query/count", Rules.Required)]
    [InlineData("/things/42?count=many", "/query/count", Rules.Type)]
    [InlineData("/things/42?count=3.5", "/query/count", Rules.Type)]
    [InlineData("/things/42?count=3000000000", "/query/count", Rules.Format)]
    [InlineData("/things/42?count=3&count=4", "/query/count", Rules.Repeated)]
    [InlineData("/things/42?count=3&kind=huge", "/query/kind", Rules.Enum)]
    [InlineData("/things/42?count=3&kind=big%2Csmall", "/query/kind", Rules.Enum)]
    [InlineData("/things/42?count=3&Kind=big", "/query/Kind", Rules.UnknownQuery)]
    [InlineData("/things/42?count=3&tags=a&tags=b&tags=c", "/query/tags", Rules.MaxItems)]
    [InlineData("/things/42?count=3&ids=1,x", "/query/ids/1", Rules.Type)]
    [InlineData("/things/42?count=3&ids=1&ids=2", "/query/ids", Rules.Repeated)]
    public void A_wrong_path_or_query_is_a_violation(string target, string place, string rule) =>
        ShouldBe(Only(SampleExchanges.GetThing with { Target = target }), place, rule);

    [Theory]
    [InlineData("/things/42?count=3&kind=big")]
    [InlineData("/things/42?count=3&tags=a%20b&tags=c,d")]
    [InlineData("/things/42?count=3&ids=1,2")]
    public void A_right_query_is_no_violation(string target) =>
        Validate(SampleExchanges.GetThing with { Target = target }).Should().BeEmpty();

    [Theory]
    [InlineData(null, Rules.Required)]
    [InlineData("application/json", Rules.Accept)]
    [InlineData("application/vnd.thing.v2+json", Rules.Accept)]
    [InlineData("*/*;q=0", Rules.Accept)]
    [InlineData("text/*", Rules.Accept)]
    public void Accept_must_let_the_answer_through(string? value, string rule) =>
        ShouldBe(Only(SampleExchanges.GetThing.WithRequestHeader("Accept", value)), "/header/Accept", rule);

    [Theory]
    [InlineData("application/vnd.thing.v1+json; q=0.5, text/plain")]
    [InlineData("application/*")]
    [InlineData("*/*")]
    public void Accept_may_be_wider_than_the_answer(string value) =>
        Validate(SampleExchanges.GetThing.WithRequestHeader("Accept", value)).Should().BeEmpty();

    [Theory]
    [InlineData(null)]
    [InlineData("application/json")]
    [InlineData("application/vnd.thing.v1+json; charset=utf-8")]
    [InlineData("application/vnd.Thing.v1+json")]
    public void The_content_type_is_exactly_the_declared_one(string? value) =>
        ShouldBe(Only(SampleExchanges.ListThings.WithRequestHeader("Content-Type", value)), "/header/Content-Type", Rules.MediaType);

    [Fact]
    public void A_charset_does_not_keep_the_body_from_being_checked() =>
        Validate(SampleExchanges.ListThings
                .WithRequestHeader("Content-Type", "application/vnd.thing.v1+json; charset=utf-8")
                .WithRequestText("\"one\"", "1"))
            .Select(violation => violation.Rule).Should().Equal(Rules.MediaType, Rules.Type);

    [Theory]
    [InlineData("\"name\"", "\"nam\"", "/body/nam", Rules.AdditionalProperties)]
    [InlineData("\"one\"", "1", "/body/name", Rules.Type)]
    [InlineData("\"one\"", "null", "/body/name", Rules.Nullable)]
    [InlineData("\"name\"", "\"secret\"", "/body/secret", Rules.ReadOnly)]
    [InlineData("\"one\"", "\"one\", \"name\": \"two\"", "/body", Rules.Json)]
    [InlineData("}", "", "/body", Rules.Json)]
    public void A_wrong_body_is_a_violation(string replaced, string by, string place, string rule) =>
        ShouldBe(Only(SampleExchanges.ListThings.WithRequestText(replaced, by)), place, rule);

    [Fact]
    public void A_required_body_must_be_there() =>
        ShouldBe(Only(SampleExchanges.ListThings with { RequestBody = default }), "/body", Rules.Required);

    [Fact]
    public void A_body_that_is_not_declared_is_a_violation() =>
        Validate(SampleExchanges.GetThing with { RequestBody = SampleExchanges.Bytes("{}") })
            .Select(violation => violation.Rule).Should().Equal(Rules.MediaType, Rules.BodyNotDeclared);

    private static IReadOnlyList<Violation> Validate(Exchange exchange) =>
        new ExchangeValidator(SmallSpec.Catalogue()).Validate(exchange);

    private static Violation Only(Exchange exchange) => Validate(exchange).Should().ContainSingle().Which;

    private static void ShouldBe(Violation violation, string place, string rule) =>
        (violation.Side, violation.Pointer, violation.Rule).Should().Be((ExchangeSide.Request, place, rule));
}
