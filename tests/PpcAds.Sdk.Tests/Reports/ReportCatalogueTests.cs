using System.Reflection;
using FluentAssertions;
using PpcAds.Sdk.Reports;
using Xunit;

namespace PpcAds.Sdk.Tests.Reports;

public sealed class ReportCatalogueTests
{
    private static readonly ReportCatalogue Catalogue = ReportCatalogue.Default;

    [Fact]
    public void There_is_a_typed_name_for_every_type_grouping_column_and_filter_but_those_of_the_DSP()
    {
        Type[] named = typeof(ReportTypes).GetNestedTypes();

        Catalogue.Types.Should().HaveCount(40);
        named.Select(type => Constants(type).Single()).Should().HaveCount(29)
            .And.BeEquivalentTo(Catalogue.Types.Where(type => type.AdProduct != "DEMAND_SIDE_PLATFORM").Select(type => type.Id));
        foreach (Type name in named)
        {
            ReportType type = Catalogue.Find(Constants(name).Single())!;
            name.GetProperty("Type")!.GetValue(null).Should().BeSameAs(type);
            Constants(name.GetNestedType("GroupBys")).Should().Equal(type.GroupBys.Select(groupBy => groupBy.Name));
            Constants(name.GetNestedType("Columns")).Should().Equal(type.Columns.Select(column => column.Name));
            Constants(name.GetNestedType("Filters")).Should().BeEquivalentTo(
                type.GroupBys.SelectMany(groupBy => groupBy.Filters).Concat(type.ExampleFilters).Select(filter => filter.Field).Distinct());
        }
    }

    [Fact]
    public void The_types_are_ordered_by_id() =>
        Catalogue.Types.Select(type => type.Id).Should().BeInAscendingOrder(StringComparer.Ordinal);

    [Fact]
    public void Each_type_is_found_by_its_id_and_nothing_by_another()
    {
        Catalogue.Types.Should().OnlyContain(type => Catalogue.Find(type.Id) == type);
        Catalogue.Find("spcampaigns").Should().BeNull();
    }

    [Fact]
    public void A_type_carries_its_limits()
    {
        ReportType type = Catalogue.Find(ReportTypes.SbPurchasedProduct.Id)!;

        type.AdProduct.Should().Be("SPONSORED_BRANDS");
        (type.MaxDateRangeDays, type.RetentionDays).Should().Be((731, 731));
        type.TimeUnits.Should().BeEquivalentTo([ReportTimeUnit.Daily, ReportTimeUnit.Summary]);
        type.Formats.Should().Equal("GZIP_JSON");
        type.GroupBys.Should().ContainSingle().Which.Name.Should().Be("purchasedAsin");
    }

    [Fact]
    public void Every_type_has_sane_facts()
    {
        foreach (ReportType type in Catalogue.Types)
        {
            type.GroupBys.Should().NotBeEmpty();
            type.TimeUnits.Should().NotBeEmpty();
            type.Formats.Should().Contain("GZIP_JSON");
            type.MaxDateRangeDays.Should().BeInRange(31, type.RetentionDays);
            type.TimeUnits.Should().OnlyContain(unit => type.GetMaxDateRangeDays(unit) <= type.RetentionDays);
            type.Columns.Select(column => column.Name).Should().OnlyHaveUniqueItems();
        }
    }

    [Fact]
    public void All_documented_pairs_of_type_and_column_are_there() =>
        Catalogue.Types.Sum(type => type.Columns.Count(column => column.IsDocumented)).Should().Be(3272);

    [Fact]
    public void Every_column_of_every_type_is_allowed_with_some_grouping()
    {
        foreach (ReportType type in Catalogue.Types)
        {
            type.Columns.Should().OnlyContain(column => type.GroupBys.Any(groupBy => type.IsColumnAllowed(new[] { groupBy.Name }, column.Name)));
        }
    }

    [Theory]
    [InlineData("campaign", "campaignName", true)]
    [InlineData("campaign", "impressions", true)]
    [InlineData("adGroup", "adGroupId", true)]
    [InlineData("campaign", "adGroupId", false)]
    [InlineData("campaign", "Impressions", false)]
    [InlineData("nothing", "impressions", true)]
    public void A_column_goes_with_all_groupings_or_with_its_own(string groupBy, string column, bool allowed) =>
        Catalogue.Find(ReportTypes.SpCampaigns.Id)!.IsColumnAllowed([groupBy], column).Should().Be(allowed);

    [Fact]
    public void Groupings_together_allow_the_columns_of_each() =>
        Catalogue.Find(ReportTypes.SpCampaigns.Id)!.IsColumnAllowed(["campaign", "adGroup"], "adGroupId").Should().BeTrue();

    [Fact]
    public void A_column_that_only_an_example_names_is_allowed_and_marked()
    {
        ReportType type = Catalogue.Find(ReportTypes.SbSearchTerm.Id)!;

        type.IsColumnAllowed(["searchTerm"], "query").Should().BeTrue();
        type.FindColumn("query")!.IsDocumented.Should().BeFalse();
        type.FindColumn("searchTerm")!.IsDocumented.Should().BeTrue();
    }

    [Theory]
    [InlineData("campaign")]
    [InlineData("campaignPlacement")]
    public void Where_the_page_contradicts_itself_about_groupings_a_column_goes_with_each(string groupBy) =>
        Catalogue.Find(ReportTypes.SbCampaignPlacement.Id)!.IsColumnAllowed([groupBy], "placementClassification").Should().BeTrue();

    [Fact]
    public void Where_an_example_asks_for_columns_that_the_page_gives_to_other_groupings_they_are_allowed() =>
        Catalogue.Find(ReportTypes.DspCampaign.Id)!.IsColumnAllowed(["creative"], "householdReach").Should().BeTrue();

    [Theory]
    [InlineData(ReportTypes.SpCampaigns.Id, "date", ReportColumnKind.Date)]
    [InlineData(ReportTypes.SpCampaigns.Id, "campaignId", ReportColumnKind.Integer)]
    [InlineData(ReportTypes.SpCampaigns.Id, "cost", ReportColumnKind.Decimal)]
    [InlineData(ReportTypes.SpCampaigns.Id, "campaignName", ReportColumnKind.Text)]
    [InlineData(ReportTypes.DspReachFrequency.Id, "frequencyGroupId", ReportColumnKind.Integer)]
    [InlineData(ReportTypes.DspCampaign.Id, "orderStartDate", ReportColumnKind.Text)]
    [InlineData(ReportTypes.DspGeo.Id, "dmaCode", ReportColumnKind.Unknown)]
    [InlineData(ReportTypes.SbTargeting.Id, "viewabilityRate", ReportColumnKind.Decimal)]
    [InlineData(ReportTypes.SbSearchTerm.Id, "query", ReportColumnKind.Unknown)]
    public void A_column_has_the_documented_kind(string type, string column, ReportColumnKind kind) =>
        Catalogue.Find(type)!.FindColumn(column)!.Kind.Should().Be(kind);

    [Fact]
    public void Filters_carry_their_values()
    {
        ReportGroupByFilter filter = Catalogue.Find(ReportTypes.SpCampaigns.Id)!.FindGroupBy("campaign")!.Filters.Single();

        filter.Field.Should().Be("campaignStatus");
        filter.Values.Should().Equal("ENABLED", "PAUSED", "ARCHIVED");
    }

    private static IEnumerable<string> Constants(Type? type) =>
        type?.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!) ?? [];
}
