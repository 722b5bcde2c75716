using FluentAssertions;
using PpcAds.Sdk.Reports;
using Xunit;

namespace PpcAds.Sdk.Tests.Reports;

/// <summary>What Amazon's pages added in 2026.</summary>
public sealed class CatalogueOf2026Tests
{
    private static readonly DateOnly Today = new(2026, 9, 15);

    [Theory]
    [InlineData("spPromptAdExtension", "SPONSORED_PRODUCTS", "promptAdExtension", 90, 95, 65)]
    [InlineData("sbPromptAdExtension", "SPONSORED_BRANDS", "promptAdExtension", 90, 95, 70)]
    [InlineData("spVideoAdExtension", "SPONSORED_PRODUCTS", "videoAdExtension", 90, 95, 46)]
    [InlineData("crossProgramBenchmarks", "ALL", "brandCategoryBenchmarks", 90, 456, 45)]
    [InlineData("dspBenchmarks", "DEMAND_SIDE_PLATFORM", "brandCategoryBenchmarks", 90, 456, 45)]
    [InlineData("dspBrandSuitability", "DEMAND_SIDE_PLATFORM", "campaign", 395, 395, 2)]
    public void A_new_type_has_the_limits_of_its_page(
        string id, string product, string groupBy, int range, int retention, int columns)
    {
        ReportType type = ReportCatalogue.Default.Find(id)!;

        (type.AdProduct, type.GroupBys[0].Name).Should().Be((product, groupBy));
        (type.MaxDateRangeDays, type.RetentionDays, type.Columns.Count).Should().Be((range, retention, columns));
    }

    [Theory]
    [InlineData("sdCampaigns", "campaign", "kindleEditionNormalizedPagesRead")]
    [InlineData("sdAdGroup", "adGroup", "kindleEditionNormalizedPagesReadFromClicks")]
    [InlineData("sdTargeting", "targeting", "kindleEditionNormalizedPagesReadFromViews")]
    [InlineData("sdAdvertisedProduct", "advertiser", "kindleEditionNormalizedPagesRoyalties")]
    [InlineData("sdPurchasedProduct", "asin", "kindleEditionNormalizedPagesRoyaltiesFromClicks")]
    [InlineData("sbCampaigns", "campaign", "brandStorePageView")]
    [InlineData("conversionPath", "brandConversionPath", "salesCurrencyCode")]
    [InlineData("dspCampaign", "flight", "flightBudget")]
    [InlineData("dspBidAdjustment", "bidAdjustmentRule", "bidAdjustmentRuleVersionId")]
    public void A_new_column_goes_with_its_grouping(string id, string groupBy, string column) =>
        ReportCatalogue.Default.Find(id)!.IsColumnAllowed([groupBy], column).Should().BeTrue();

    [Fact]
    public void The_flight_of_a_campaign_is_reported_by_flight_only() =>
        ReportCatalogue.Default.Find("dspCampaign")!.IsColumnAllowed(["campaign"], "flightId").Should().BeFalse();

    [Fact]
    public void Weeks_and_months_are_time_units_of_benchmarks_alone()
    {
        ReportTimeUnit[] longer = [ReportTimeUnit.Weekly, ReportTimeUnit.Monthly];

        ReportCatalogue.Default.Types.Where(type => type.TimeUnits.Intersect(longer).Any()).Select(type => type.Id)
            .Should().Equal("crossProgramBenchmarks", "dspBenchmarks");
        ReportTypes.CrossProgramBenchmarks.Type.TimeUnits.Should().BeEquivalentTo([ReportTimeUnit.Daily, .. longer]);
    }

    [Theory]
    [InlineData("WEEKLY")]
    [InlineData("MONTHLY")]
    public void Another_type_refuses_them_and_names_what_it_takes(string timeUnit)
    {
        ReportRequest request = new()
        {
            ReportTypeId = ReportTypes.SpCampaigns.Id,
            GroupBy = ["campaign"],
            Columns = ["campaignId", "cost"],
            TimeUnit = new ReportTimeUnit(timeUnit),
            StartDate = Today.AddDays(-14),
            EndDate = Today.AddDays(-1),
        };

        Action validate = () => ReportRequestValidator.Validate(request, Today);

        validate.Should().Throw<PpcAdsValidationException>().Which.Problems.Single().ToString()
            .Should().Be($"TimeUnit '{timeUnit}': no time unit of spCampaigns. Allowed: DAILY, SUMMARY.");
    }

    [Theory]
    [InlineData("DAILY", 90, null)]
    [InlineData("DAILY", 91, "crossProgramBenchmarks takes at most 90 in one request.")]
    [InlineData("WEEKLY", 456, null)]
    [InlineData("WEEKLY", 457, "crossProgramBenchmarks by WEEKLY takes at most 456 in one request.")]
    [InlineData("MONTHLY", 456, null)]
    public void A_request_by_week_or_month_spans_more_days_than_a_daily_one(string timeUnit, int days, string? refusal)
    {
        ReportRequest request = Benchmarks(new ReportTimeUnit(timeUnit), Today.AddDays(-days));

        Action validate = () => ReportRequestValidator.Validate(request, today: null);

        if (refusal is null)
        {
            validate.Should().NotThrow();
        }
        else
        {
            validate.Should().Throw<PpcAdsValidationException>().Which.Problems.Single().Reason.Should().Contain(refusal);
        }
    }

    [Fact]
    public void Brand_suitability_is_reported_by_category_or_by_tier()
    {
        ReportRequest request = Benchmarks(ReportTimeUnit.Summary, Today.AddDays(-9)) with
        {
            ReportTypeId = "dspBrandSuitability",
            GroupBy = ["contentCategory", "inventoryTier"],
            Columns = ["contentCategory", "inventoryTier"],
        };

        Action validate = () => ReportRequestValidator.Validate(request, Today);

        validate.Should().Throw<PpcAdsValidationException>().Which.Problems.Single().ToString()
            .Should().Contain("takes contentCategory or inventoryTier, not both");
    }

    private static ReportRequest Benchmarks(ReportTimeUnit timeUnit, DateOnly start) => new()
    {
        ReportTypeId = "crossProgramBenchmarks",
        GroupBy = ["brandCategoryBenchmarks"],
        Columns = ["brand", "cpcP50"],
        TimeUnit = timeUnit,
        StartDate = start,
        EndDate = Today.AddDays(-1),
    };
}
