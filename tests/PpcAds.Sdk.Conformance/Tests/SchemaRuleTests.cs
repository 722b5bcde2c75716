using System.Text.Json;
using FluentAssertions;
using PpcAds.Sdk.Conformance.Exchanges;
using PpcAds.Sdk.Conformance.Schemas;
using PpcAds.Sdk.Conformance.Specs;
using Xunit;

namespace PpcAds.Sdk.Conformance.Tests;

[Trait("Category", "Conformance")]
public sealed class SchemaRuleTests
{
    [Theory]
    [InlineData("""{ "type": "string" }""", "\"1\"")]
    [InlineData("""{ "type": "integer" }""", "-1")]
    [InlineData("""{ "type": "number" }""", "1")]
    [InlineData("""{ "type": "boolean" }""", "false")]
    [InlineData("""{ "type": "array", "items": { "type": "integer" } }""", "[1, 2]")]
    [InlineData("""{ "type": "string", "nullable": true }""", "null")]
    [InlineData("""{ "type": "string", "nullable": true, "enum": ["A"] }""", "null")]
    [InlineData("{}", "null")]
    [InlineData("""{ "enum": ["A", 1] }""", "1")]
    [InlineData("""{ "type": "integer", "format": "int32" }""", "2147483647")]
    [InlineData("""{ "type": "integer", "format": "int64" }""", "9223372036854775807")]
    [InlineData("""{ "type": "number", "format": "double" }""", "1e300")]
    [InlineData("""{ "type": "number", "format": "Double" }""", "0.1")]
    [InlineData("""{ "type": "string", "format": "date" }""", "\"2024-02-29\"")]
    [InlineData("""{ "type": "string", "format": "date-time" }""", "\"2025-01-31T23:59:59.123-07:00\"")]
    [InlineData("""{ "type": "string", "format": "date-time" }""", "\"2025-01-31T23:59:59Z\"")]
    [InlineData("""{ "type": "string", "format": "uri" }""", "\"https://example.com/a?b=c\"")]
    [InlineData("""{ "type": "string", "pattern": "^\\d{2}:00$" }""", "\"07:00\"")]
    [InlineData("""{ "type": "string", "minLength": 2, "maxLength": 2 }""", "\"\\ud83d\\ude00x\"")]
    [InlineData("""{ "type": "number", "minimum": 1, "maximum": 2, "multipleOf": 0.5 }""", "1.5")]
    [InlineData("""{ "type": "array", "minItems": 1, "maxItems": 2, "uniqueItems": true }""", "[1, 2]")]
    [InlineData("""{ "type": "object", "minProperties": 1, "maxProperties": 1 }""", """{ "a": 1 }""")]
    [InlineData("""{ "required": ["a"], "properties": { "a": {}, "b": {} } }""", """{ "a": 1 }""")]
    [InlineData("""{ "properties": { "a": {} }, "additionalProperties": true }""", """{ "b": 1 }""")]
    [InlineData("""{ "additionalProperties": { "type": "string" } }""", """{ "b": "1" }""")]
    [InlineData("""{ "type": "object" }""", """{ "b": 1 }""")]
    [InlineData("""{ "allOf": [{ "properties": { "a": {} } }, { "properties": { "b": {} } }] }""", """{ "a": 1, "b": 1 }""")]
    [InlineData("""{ "oneOf": [{ "properties": { "a": {} } }, { "properties": { "b": {} } }] }""", """{ "b": 1 }""")]
    [InlineData("""{ "properties": { "c": {} }, "oneOf": [{ "properties": { "a": {} } }] }""", """{ "a": 1, "c": 1 }""")]
    [InlineData("""{ "anyOf": [{ "type": "string" }, { "minLength": 1 }] }""", "\"a\"")]
    [InlineData("""{ "not": { "type": "string" } }""", "1")]
    [InlineData("""{ "$ref": "#/components/schemas/Node" }""", """{ "next": { "next": {} } }""")]
    public void A_value_that_fits_is_no_issue(string schema, string value) => Check(schema, value).Should().BeEmpty();

    [Theory]
    [InlineData("""{ "type": "string" }""", "1", "type")]
    [InlineData("""{ "type": "integer" }""", "\"1\"", "type")]
    [InlineData("""{ "type": "integer" }""", "1.0", "type")]
    [InlineData("""{ "type": "number" }""", "\"1\"", "type")]
    [InlineData("""{ "type": "boolean" }""", "\"false\"", "type")]
    [InlineData("""{ "type": "array" }""", "{}", "type")]
    [InlineData("""{ "properties": {} }""", "[]", "type")]
    [InlineData("""{ "type": "string" }""", "null", "nullable")]
    [InlineData("""{ "properties": {} }""", "null", "nullable")]
    [InlineData("""{ "$ref": "#/components/schemas/Node" }""", "null", "nullable")]
    [InlineData("""{ "allOf": [{ "type": "string" }] }""", "null", "nullable")]
    [InlineData("""{ "enum": ["A"] }""", "\"a\"", "enum")]
    [InlineData("""{ "type": "integer", "format": "int32" }""", "2147483648", "format")]
    [InlineData("""{ "type": "number", "format": "int64" }""", "9223372036854775808", "format")]
    [InlineData("""{ "type": "number", "format": "integer" }""", "1.5", "format")]
    [InlineData("""{ "type": "number", "format": "double" }""", "1e999", "format")]
    [InlineData("""{ "type": "string", "format": "date" }""", "\"2025-02-29\"", "format")]
    [InlineData("""{ "type": "string", "format": "date" }""", "\"20250228\"", "format")]
    [InlineData("""{ "type": "string", "format": "date-time" }""", "\"2025-01-31 23:59:59Z\"", "format")]
    [InlineData("""{ "type": "string", "format": "date-time" }""", "\"2025-01-31T23:59:59\"", "format")]
    [InlineData("""{ "type": "string", "format": "date-time" }""", "\"2025-13-31T23:59:59Z\"", "format")]
    [InlineData("""{ "type": "string", "format": "uri" }""", "\"example\"", "format")]
    [InlineData("""{ "type": "string", "pattern": "^\\d{2}:00$" }""", "\"07:30\"", "pattern")]
    [InlineData("""{ "type": "string", "minLength": 2 }""", "\"\\ud83d\\ude00\"", "minLength")]
    [InlineData("""{ "type": "string", "maxLength": 2 }""", "\"abc\"", "maxLength")]
    [InlineData("""{ "minimum": 1 }""", "0.9", "minimum")]
    [InlineData("""{ "minimum": 1, "exclusiveMinimum": true }""", "1", "minimum")]
    [InlineData("""{ "maximum": 1 }""", "2", "maximum")]
    [InlineData("""{ "maximum": 1, "exclusiveMaximum": true }""", "1", "maximum")]
    [InlineData("""{ "multipleOf": 0.01 }""", "0.015", "multipleOf")]
    [InlineData("""{ "type": "array", "minItems": 1 }""", "[]", "minItems")]
    [InlineData("""{ "type": "array", "maxItems": 1 }""", "[1, 2]", "maxItems")]
    [InlineData("""{ "type": "array", "uniqueItems": true }""", "[1, 2, 1]", "uniqueItems")]
    [InlineData("""{ "type": "object", "minProperties": 1 }""", "{}", "minProperties")]
    [InlineData("""{ "type": "object", "maxProperties": 1 }""", """{ "a": 1, "b": 1 }""", "maxProperties")]
    [InlineData("""{ "required": ["a"], "properties": { "a": {} } }""", "{}", "required")]
    [InlineData("""{ "properties": { "a": {} } }""", """{ "b": 1 }""", "additionalProperties")]
    [InlineData("""{ "additionalProperties": false }""", """{ "b": 1 }""", "additionalProperties")]
    [InlineData("""{ "additionalProperties": { "type": "string" } }""", """{ "b": 1 }""", "type")]
    [InlineData("""{ "allOf": [{ "properties": { "a": {} } }, { "properties": { "b": {} } }] }""", """{ "c": 1 }""", "additionalProperties")]
    [InlineData("""{ "oneOf": [{ "type": "string" }, { "type": "string" }] }""", "\"a\"", "oneOf")]
    [InlineData("""{ "$ref": "#/components/schemas/Node" }""", """{ "next": { "nxt": {} } }""", "additionalProperties")]
    [InlineData("""{ "not": { "type": "string" } }""", "\"a\"", "not")]
    public void A_value_that_does_not_fit_breaks_the_rule(string schema, string value, string rule) =>
        Check(schema, value).Should().ContainSingle().Which.Rule.Should().Be(rule);

    [Theory]
    [InlineData("oneOf")]
    [InlineData("anyOf")]
    public void When_no_branch_fits_the_nearest_says_why(string keyword)
    {
        string schema = $$"""{ "{{keyword}}": [{ "required": ["a", "b"] }, { "properties": { "c": { "type": "string" } } }] }""";

        Check(schema, """{ "c": 1 }""").Should().Equal(
            new SchemaIssue("", keyword, """{ "c": 1 }"""),
            new SchemaIssue("/c", Rules.Type, "1"));
    }

    [Fact]
    public void An_issue_says_where_it_is()
    {
        const string Schema = """{ "properties": { "a/b": { "type": "array", "items": { "properties": { "c~d": { "type": "string" } } } } } }""";

        Check(Schema, """{ "a/b": [{}, { "c~d": 1 }] }""").Should().Equal(new SchemaIssue("/a~1b/1/c~0d", Rules.Type, "1"));
    }

    [Fact]
    public void A_long_value_is_cut() =>
        Check("""{ "type": "integer" }""", $"\"{new string('x', 500)}\"").Should().ContainSingle().Which.Found.Length.Should().Be(101);

    [Theory]
    [InlineData("readOnly", ExchangeSide.Request, ExchangeSide.Response)]
    [InlineData("writeOnly", ExchangeSide.Response, ExchangeSide.Request)]
    public void A_member_for_one_way_is_wrong_the_other_way(string flag, object wrong, object right)
    {
        string schema = $$"""{ "required": ["a"], "properties": { "a": { "type": "string", "{{flag}}": true } } }""";

        Check(schema, """{ "a": "x" }""", (ExchangeSide)wrong).Should().ContainSingle().Which.Rule.Should().Be(flag);
        Check(schema, "{}", (ExchangeSide)wrong).Should().BeEmpty("it is required only where it may be");
        Check(schema, """{ "a": "x" }""", (ExchangeSide)right).Should().BeEmpty();
        Check(schema, "{}", (ExchangeSide)right).Should().ContainSingle().Which.Rule.Should().Be(Rules.Required);
    }

    private static IReadOnlyList<SchemaIssue> Check(string schema, string value, ExchangeSide side = ExchangeSide.Response)
    {
        const string File = """
            {
              "openapi": "3.0.1",
              "components": { "schemas": { "Node": { "properties": { "next": { "$ref": "#/components/schemas/Node" } } } } }
            }
            """;
        return new SchemaValidator(SpecDocument.Parse("test.json", File), side)
            .Validate(JsonElement.Parse(schema), JsonElement.Parse(value), "");
    }
}
