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
    [SkippableTheory]
    [InlineData(nameof(SampleExchanges.ListCampaigns))]
    [InlineData(nameof(SampleExchanges.CreateReport))]
    [InlineData(nameof(SampleExchanges.ListProfiles))]
    public void A_faultless_exchange_has_no_violations(string name) => Validate(Sample(name)).Should().BeEmpty();

    [SkippableTheory]
    [InlineData(nameof(SampleExchanges.ListCampaigns), "stateFilter", "stateFiltr", "/body/stateFiltr", Rules.AdditionalProperties)]
    [InlineData(nameof(SampleExchanges.ListCampaigns), "PAUSED", "PAUSING", "/body/stateFilter/include/1", Rules.Enum)]
    [InlineData(nameof(SampleExchanges.ListCampaigns), "100", "\"100\"", "/body/maxResults", Rules.Type)]
    [InlineData(nameof(SampleExchanges.CreateReport), "\"2025-01-31\"", "null", "/body/endDate", Rules.Nullable)]
    [InlineData(nameof(SampleExchanges.CreateReport), "GZIP_JSON", "CSV", "/body/configuration/format", Rules.Enum)]
    public void A_wrong_request_is_a_violation(string name, string replaced, string by, string place, string rule) =>
        Validate(Sample(name).WithRequestText(replaced, by)).Should().ContainSingle()
            .Which.Should().Match<Violation>(one => one.Side == ExchangeSide.Request && one.Pointer == place && one.Rule == rule);

    [SkippableTheory]
    [InlineData(nameof(SampleExchanges.ListCampaigns), "\"1\"", "1", "/body/campaigns/0/campaignId", Rules.Type)]
    [InlineData(nameof(SampleExchanges.ListCampaigns), "2025-01-31\"", "31.01.2025\"", "/body/campaigns/0/startDate", Rules.Format)]
    [InlineData(nameof(SampleExchanges.ListCampaigns), "\"DAILY\"", "null", "/body/campaigns/0/budget/budgetType", Rules.Nullable)]
    [InlineData(nameof(SampleExchanges.CreateReport), "\"PENDING\"", "\"IN_PROGRESS\"", "/body/status", Rules.Enum)]
    [InlineData(nameof(SampleExchanges.CreateReport), "\"reportId\": \"r\",", "", "/body/reportId", Rules.Required)]
    [InlineData(nameof(SampleExchanges.ListProfiles), "\"profileId\": 1", "\"profileId\": \"1\"", "/body/0/profileId", Rules.Type)]
    [InlineData(nameof(SampleExchanges.ListProfiles), "\"EUR\"", "\"XXX\"", "/body/0/currencyCode", Rules.Enum)]
    public void A_wrong_response_is_a_violation(string name, string replaced, string by, string place, string rule) =>
        Validate(Sample(name).WithResponseText(replaced, by)).Should().ContainSingle()
            .Which.Should().Match<Violation>(one => one.Side == ExchangeSide.Response && one.Pointer == place && one.Rule == rule);

    [SkippableFact]
    public void Every_keyword_and_format_of_the_files_is_one_that_is_checked()
    {
        var uses = AmazonSpecs.Catalogue.Operations.Select(operation => operation.Document).Distinct()
            .SelectMany(document => SchemaKeywords.Of(document)).ToList();

        uses.Select(use => use.Keyword).Distinct().Should().BeSubsetOf(SchemaKeywords.Understood);
        uses.Where(use => use.Keyword == "format").Select(use => use.Value.GetString()!)
            .Should().OnlyContain(format => Formats.IsKnown(format));
    }

    [SkippableFact]
    public void Every_request_example_of_the_report_file_is_a_valid_request()
    {
        SpecOperation create = AmazonSpecs.Catalogue.ById("createAsyncReport");
        JsonElement content = create.RequestBody!.Value.GetProperty("content").EnumerateObject().Single().Value;
        var validator = new SchemaValidator(create.Document, ExchangeSide.Request);

        var issues = content.GetProperty("examples").EnumerateObject()
            .SelectMany(example => validator.Validate(content.GetProperty("schema"), example.Value.GetProperty("value"), example.Name))
            .ToList();

        issues.Should().BeEmpty();
    }

    private static IReadOnlyList<Violation> Validate(Exchange exchange) =>
        new ExchangeValidator(AmazonSpecs.Catalogue).Validate(exchange);

    private static Exchange Sample(string name) => name switch
    {
        nameof(SampleExchanges.ListCampaigns) => SampleExchanges.ListCampaigns,
        nameof(SampleExchanges.CreateReport) => SampleExchanges.CreateReport,
        nameof(SampleExchanges.ListProfiles) => SampleExchanges.ListProfiles,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such sample."),
    };
}
