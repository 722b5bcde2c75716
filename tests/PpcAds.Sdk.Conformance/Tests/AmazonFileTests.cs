using System.Text.Json;
using FluentAssertions;
using PpcAds.Sdk.Conformance.Exchanges;
using PpcAds.Sdk.Conformance.Schemas;
using PpcAds.Sdk.Conformance.Specs;
using PpcAds.Sdk.Conformance.Validation;
using Xunit;

namespace PpcAds.Sdk.Conformance.Tests;

[Trait("Category", "Conformance")]
public sealed class AmazonFileTests
{
    private const string Campaigns = "ListSponsoredProductsCampaigns";

    [SkippableTheory]
    [InlineData(Campaigns)]
    [InlineData("ListSponsoredProductsAdGroups")]
    [InlineData("ListSponsoredProductsKeywords")]
    [InlineData("listProfiles")]
    [InlineData("createAsyncReport")]
    [InlineData("getAsyncReport")]
    [InlineData("deleteAsyncReport")]
    public void A_faultless_exchange_has_no_violations(string operation) =>
        Validate(AmazonExchanges.All[operation]).Should().BeEmpty();

    [SkippableTheory]
    [InlineData(Campaigns, "stateFilter", "stateFiltr", "/body/stateFiltr", Rules.AdditionalProperties)]
    [InlineData(Campaigns, "PAUSED", "PAUSING", "/body/stateFilter/include/1", Rules.Enum)]
    [InlineData(Campaigns, "100", "\"100\"", "/body/maxResults", Rules.Type)]
    [InlineData("createAsyncReport", "\"2025-01-31\"", "null", "/body/endDate", Rules.Nullable)]
    [InlineData("createAsyncReport", "GZIP_JSON", "CSV", "/body/configuration/format", Rules.Enum)]
    public void A_wrong_request_is_a_violation(string operation, string replaced, string by, string place, string rule) =>
        Only(AmazonExchanges.All[operation].WithRequestText(replaced, by)).Should().Match<Violation>(
            one => one.Side == ExchangeSide.Request && one.Pointer == place && one.Rule == rule && one.Operation == operation);

    [SkippableTheory]
    [InlineData(Campaigns, "\"1\"", "1", "/body/campaigns/0/campaignId", Rules.Type)]
    [InlineData(Campaigns, "2025-01-31\"", "31.01.2025\"", "/body/campaigns/0/startDate", Rules.Format)]
    [InlineData(Campaigns, "\"DAILY\"", "null", "/body/campaigns/0/budget/budgetType", Rules.Nullable)]
    [InlineData("ListSponsoredProductsKeywords", "EXACT", "exact", "/body/keywords/0/matchType", Rules.Enum)]
    [InlineData("getAsyncReport", "\"PENDING\"", "\"IN_PROGRESS\"", "/body/status", Rules.Enum)]
    [InlineData("getAsyncReport", "\"reportId\": \"r\",", "", "/body/reportId", Rules.Required)]
    [InlineData("listProfiles", "\"profileId\": 1", "\"profileId\": \"1\"", "/body/0/profileId", Rules.Type)]
    [InlineData("listProfiles", "\"EUR\"", "\"XXX\"", "/body/0/currencyCode", Rules.Enum)]
    public void A_wrong_response_is_a_violation(string operation, string replaced, string by, string place, string rule) =>
        Only(AmazonExchanges.All[operation].WithResponseText(replaced, by)).Should().Match<Violation>(
            one => one.Side == ExchangeSide.Response && one.Pointer == place && one.Rule == rule && one.Operation == operation);

    [SkippableFact]
    public void Every_keyword_and_format_of_the_files_is_one_that_is_checked()
    {
        var uses = AmazonSpecs.Catalogue.Operations.Select(operation => operation.Document).Distinct()
            .SelectMany(SchemaKeywords.Of).ToList();

        uses.Select(use => use.Keyword).Distinct().Should().BeSubsetOf(SchemaKeywords.Understood);
        uses.Where(use => use.Keyword == "format").Select(use => use.Value.GetString()!)
            .Should().OnlyContain(format => Formats.IsKnown(format));
    }

    [SkippableFact]
    public void Of_the_request_examples_in_the_report_file_only_one_contradicts_its_schema()
    {
        SpecOperation create = AmazonSpecs.Catalogue.ById("createAsyncReport");
        JsonElement content = create.RequestBody!.Value.GetProperty("content").EnumerateObject().Single().Value;
        var validator = new SchemaValidator(create.Document, ExchangeSide.Request);

        var issues = content.GetProperty("examples").EnumerateObject()
            .SelectMany(example => validator.Validate(content.GetProperty("schema"), example.Value.GetProperty("value"), example.Name))
            .ToList();

        issues.Should().Equal(new SchemaIssue("DSPAudioAndVideoSummaryReport/configuration/format", Rules.Enum, "\"CSV\""));
    }

    private static IReadOnlyList<Violation> Validate(Exchange exchange) =>
        new ExchangeValidator(AmazonSpecs.Catalogue).Validate(exchange);

    private static Violation Only(Exchange exchange) => Validate(exchange).Should().ContainSingle().Which;
}
