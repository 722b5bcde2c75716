using FluentAssertions;
using PpcAds.Sdk.Reports;
using Xunit;

namespace PpcAds.Sdk.Tests.Reports;

public sealed class ReportRequestValidationTests
{
    private static readonly DateOnly Today = new(2025, 3, 15);

    private static readonly ReportRequest Good = new()
    {
        ReportTypeId = ReportTypes.SpCampaigns.Id,
        GroupBy = ["campaign"],
        Columns = ["date", "campaignId", "cost"],
        StartDate = new DateOnly(2025, 3, 1),
        EndDate = new DateOnly(2025, 3, 14),
    };

    [Fact]
    public void A_good_request_passes() => ReportRequestValidator.Validate(Good, Today);

    [Fact]
    public void Every_type_passes_with_all_columns_of_each_grouping()
    {
        foreach (ReportType type in ReportCatalogue.Default.Types)
        {
            foreach (ReportGroupBy groupBy in type.GroupBys)
            {
                string[] groupBys = type.Id == ReportTypes.DspInventory.Id ? [.. new[] { groupBy.Name, "site" }.Distinct()] : [groupBy.Name];
                ReportRequest request = Good with
                {
                    ReportTypeId = type.Id,
                    GroupBy = groupBys,
                    TimeUnit = type.TimeUnits[0],
                    Columns = [.. type.Columns.Select(column => column.Name).Where(name => type.IsColumnAllowed(groupBys, name))],
                    Filters = [.. groupBy.Filters.Select(filter => new ReportFilter(filter.Field, filter.Values.Count > 0 ? filter.Values : ["1"]))],
                };
                ReportRequestValidator.Validate(request, Today);
            }
        }
    }

    [Fact]
    public void A_start_after_the_end_is_refused() =>
        Problem(Good with { StartDate = new DateOnly(2025, 3, 14), EndDate = new DateOnly(2025, 3, 13) })
            .ToString().Should().Be("StartDate '2025-03-14': lies after EndDate '2025-03-13'.");

    [Fact]
    public void Exactly_the_longest_range_passes() =>
        ReportRequestValidator.Validate(Good with { StartDate = new DateOnly(2025, 2, 12), EndDate = new DateOnly(2025, 3, 14) }, Today);

    [Fact]
    public void A_day_more_than_the_longest_range_is_refused_with_both_counts()
    {
        InputProblem problem = Problem(Good with { StartDate = new DateOnly(2025, 2, 11) });

        problem.Field.Should().Be("EndDate");
        problem.Value.Should().Be("2025-03-14");
        problem.Reason.Should().Be(
            "2025-02-11 to 2025-03-14 counts 32 days, and spCampaigns takes at most 31 in one request. End by 2025-03-13 and request the rest separately.");
    }

    [Fact]
    public void Today_cannot_be_asked_for_as_it_is_not_over() =>
        Problem(Good with { EndDate = Today }).ToString().Should().Be(
            "EndDate '2025-03-15': not before today (2025-03-15 in the profile's time zone): a day can be requested once it is over, so 2025-03-14 at the latest.");

    [Fact]
    public void Without_a_today_nothing_is_said_about_it() => ReportRequestValidator.Validate(Good with { EndDate = Today }, today: null);

    [Fact]
    public void The_oldest_day_kept_passes_and_the_day_before_is_refused()
    {
        DateOnly oldest = Today.AddDays(-95);
        ReportRequestValidator.Validate(Good with { StartDate = oldest, EndDate = oldest }, Today);

        Problem(Good with { StartDate = oldest.AddDays(-1), EndDate = oldest }).ToString().Should().Be(
            "StartDate '2024-12-09': older than Amazon keeps: spCampaigns reaches back 95 days, so 2024-12-10 at the earliest.");
    }

    [Fact]
    public void An_unknown_type_is_refused_with_the_nearest_and_all_others()
    {
        InputProblem problem = Problem(Good with { ReportTypeId = "spTargetting" });

        (problem.Field, problem.Value, problem.NearestMatch).Should().Be(("ReportTypeId", "spTargetting", "spTargeting"));
        problem.AllowedValues.Should().HaveCount(40);
        problem.ToString().Should().StartWith("ReportTypeId 'spTargetting': no report type of the catalogue. Did you mean 'spTargeting'? Allowed: conversionPath, ");
    }

    [Fact]
    public void An_unknown_column_is_refused_with_the_nearest_and_those_that_go_with_the_grouping()
    {
        InputProblem problem = Problem(Good with { Columns = ["date", "sales7D"] });

        (problem.Field, problem.Value, problem.NearestMatch).Should().Be(("Columns[1]", "sales7D", "sales7d"));
        problem.AllowedValues.Should().Contain(["sales7d", "campaignName"]).And.NotContain("adGroupId");
    }

    [Fact]
    public void A_column_of_another_grouping_is_refused_with_that_grouping() =>
        Problem(Good with { Columns = ["adGroupId"] }).ToString().Should().StartWith(
            "Columns[0] 'adGroupId': a column of spCampaigns only with groupBy adGroup, and the request groups by campaign. Allowed: ");

    [Fact]
    public void An_unknown_grouping_is_refused() =>
        Problem(Good with { GroupBy = ["campain"], Columns = ["date"] }).ToString().Should().Be(
            "GroupBy[0] 'campain': no groupBy of spCampaigns. Did you mean 'campaign'? Allowed: campaign, adGroup, campaignPlacement.");

    [Fact]
    public void No_grouping_and_no_column_are_two_problems() =>
        Problems(Good with { GroupBy = [], Columns = [] }).Select(problem => problem.ToString())
            .Should().Equal("GroupBy: needs at least one entry.", "Columns: needs at least one entry.");

    [Fact]
    public void A_column_named_twice_is_refused() =>
        Problem(Good with { Columns = ["date", "cost", "cost"] }).ToString().Should().Be("Columns[2] 'cost': stands in the list more than once.");

    [Fact]
    public void Date_in_a_summary_is_refused() =>
        Problem(Good with { TimeUnit = ReportTimeUnit.Summary }).ToString().Should().Be(
            "Columns[0] 'date': not a column of a SUMMARY report. Request startDate and endDate, or DAILY.");

    [Fact]
    public void Daily_without_date_passes() => ReportRequestValidator.Validate(Good with { Columns = ["cost"] }, Today);

    [Fact]
    public void A_time_unit_that_the_type_lacks_is_refused() =>
        Problem(Good with { ReportTypeId = ReportTypes.DspAudioAndVideo.Id, Columns = ["impressions"] }).ToString().Should().Be(
            "TimeUnit 'DAILY': no time unit of dspAudioAndVideo. Allowed: SUMMARY.");

    [Fact]
    public void A_time_unit_never_set_is_refused() =>
        Problem(Good with { TimeUnit = default }).ToString().Should().Be("TimeUnit: must not be empty.");

    [Fact]
    public void A_format_that_the_type_lacks_is_refused() =>
        Problem(Good with { Format = "CSV" }).ToString().Should().Be("Format 'CSV': no format of spCampaigns. Allowed: GZIP_JSON.");

    [Fact]
    public void A_wrong_ad_product_is_refused() =>
        Problem(Good with { AdProduct = "SPONSORED_BRANDS" }).ToString().Should().StartWith(
            "AdProduct 'SPONSORED_BRANDS': not the ad product of spCampaigns.").And.EndWith("Allowed: SPONSORED_PRODUCTS.");

    [Fact]
    public void An_unknown_filter_is_refused() =>
        Problem(Good with { Filters = [new ReportFilter("campaignState", "ENABLED")] }).ToString().Should().Be(
            "Filters[0].Field 'campaignState': no filter of spCampaigns grouped by campaign, and a filter must work with every groupBy of the request. "
            + "Did you mean 'campaignStatus'? Allowed: campaignStatus.");

    [Fact]
    public void An_unknown_filter_value_is_refused() =>
        Problem(Good with { Filters = [new ReportFilter("campaignStatus", "ENABLED", "enable")] }).ToString().Should().Be(
            "Filters[0].Values[1] 'enable': no value of the filter 'campaignStatus'. Did you mean 'ENABLED'? Allowed: ENABLED, PAUSED, ARCHIVED.");

    [Fact]
    public void A_filter_whose_values_are_open_takes_any() => ReportRequestValidator.Validate(
        Good with
        {
            ReportTypeId = ReportTypes.DspCampaign.Id,
            Columns = ["impressions"],
            Filters = [new ReportFilter("advertiserId", "4711")],
        },
        Today);

    [Fact]
    public void A_filter_without_values_is_refused() =>
        Problem(Good with { Filters = [new ReportFilter("campaignStatus")] }).ToString().Should().Be(
            "Filters[0].Values: the filter 'campaignStatus' needs at least one value.");

    [Fact]
    public void A_filter_must_work_with_every_grouping() =>
        Problem(Good with
        {
            ReportTypeId = ReportTypes.StCampaigns.Id,
            GroupBy = ["campaign", "adGroup"],
            Columns = ["impressions"],
            Filters = [new ReportFilter("campaignStatus", "ENABLED")],
        }).ToString().Should().StartWith("Filters[0].Field 'campaignStatus': no filter of stCampaigns grouped by adGroup,");

    [Fact]
    public void Filters_on_spCampaigns_need_a_single_grouping() =>
        Problems(Good with { GroupBy = ["campaign", "adGroup"], Filters = [new ReportFilter("campaignStatus", "ENABLED")] })
            .Select(problem => problem.ToString()).Should().Contain(
                "Filters 'campaignStatus in (ENABLED)': spCampaigns takes filters only with a single groupBy, and the request has campaign, adGroup.");

    [Fact]
    public void A_filter_that_only_an_example_names_passes() => ReportRequestValidator.Validate(
        Good with
        {
            ReportTypeId = ReportTypes.SbTargeting.Id,
            GroupBy = ["targeting"],
            Columns = ["impressions"],
            Filters = [new ReportFilter("keywordStatus", "ENABLED")],
        },
        Today);

    [Fact]
    public void Empty_names_are_refused_where_they_stand() =>
        Problems(Good with { GroupBy = ["campaign", ""], Columns = [" "], Format = "", ReportTypeId = "" })
            .Select(problem => problem.Field).Should().BeEquivalentTo("ReportTypeId", "Format", "GroupBy[1]", "Columns[0]");

    [Fact]
    public void Unlisted_names_pass_when_allowed() => ReportRequestValidator.Validate(
        Good with
        {
            ReportTypeId = "spNew",
            AdProduct = "SPONSORED_PRODUCTS",
            GroupBy = ["new"],
            Columns = ["new"],
            TimeUnit = new ReportTimeUnit("HOURLY"),
            Format = "PARQUET",
            Filters = [new ReportFilter("new", "new")],
            AllowUnlisted = true,
        },
        Today);

    [Fact]
    public void Whatever_the_catalogue_says_of_a_known_type_can_be_overruled() => ReportRequestValidator.Validate(
        Good with
        {
            AdProduct = "NEW",
            GroupBy = ["campaign", "new"],
            Columns = ["date", "new"],
            TimeUnit = ReportTimeUnit.Summary,
            Format = "CSV",
            StartDate = new DateOnly(2020, 1, 1),
            EndDate = Today,
            Filters = [new ReportFilter("advertiserId", Advertisers(101))],
            AllowUnlisted = true,
        },
        Today);

    [Theory]
    [InlineData(ReportTypes.DspInventory.Id, "campaign", "impressions")]
    [InlineData(ReportTypes.DspBidAdjustment.Id, "bidAdjustmentMatchedTerms", "matchRate")]
    public void The_rules_of_a_single_type_can_be_overruled(string type, string groupBy, string column) => ReportRequestValidator.Validate(
        Good with { ReportTypeId = type, GroupBy = [groupBy], Columns = [column], TimeUnit = ReportTimeUnit.Summary, AllowUnlisted = true }, Today);

    [Fact]
    public void What_makes_no_sense_is_refused_even_then() =>
        Problems(Good with
        {
            GroupBy = [],
            Columns = ["date", "date", " "],
            StartDate = Today,
            Format = "",
            TimeUnit = default,
            Filters = [new ReportFilter("", "x"), new ReportFilter("x"), new ReportFilter("x", "")],
            AllowUnlisted = true,
        }).Select(problem => problem.Field).Should().Equal(
            "StartDate", "TimeUnit", "Format", "GroupBy", "Columns[1]", "Columns[2]", "Filters[0].Field", "Filters[1].Values", "Filters[2].Values[0]");

    [Fact]
    public void DspInventory_needs_one_of_two_groupings()
    {
        ReportRequest request = Good with { ReportTypeId = ReportTypes.DspInventory.Id, GroupBy = ["campaign"], Columns = ["impressions"] };

        Problem(request).ToString().Should().Be(
            "GroupBy 'campaign': dspInventory needs supplySource or site among its groupings. Allowed: supplySource, site.");
        ReportRequestValidator.Validate(request with { GroupBy = ["supplySource", "campaign"] }, Today);
        ReportRequestValidator.Validate(request with { GroupBy = ["site"] }, Today);
    }

    [Fact]
    public void DspBidAdjustment_needs_a_grouping() =>
        Problem(BidAdjustment with { GroupBy = [], Columns = ["bids"] }).ToString().Should().Be("GroupBy: needs at least one entry.");

    [Theory]
    [InlineData("startDate")]
    [InlineData("endDate")]
    public void DspBidAdjustment_has_no_columns_for_the_ends_of_the_range(string column) =>
        Problem(BidAdjustment with { Columns = [column], TimeUnit = ReportTimeUnit.Summary }).ToString()
            .Should().StartWith($"Columns[0] '{column}': no column of dspBidAdjustment. ").And.Contain("Allowed: date, advertiserName");

    [Fact]
    public void The_match_rate_of_dspBidAdjustment_is_daily_only()
    {
        ReportRequestValidator.Validate(BidAdjustment, Today);

        Problem(BidAdjustment with { TimeUnit = ReportTimeUnit.Summary }).ToString().Should().Be(
            "Columns[1] 'matchRate': a column of dspBidAdjustment only with timeUnit DAILY, and the request has SUMMARY.");
    }

    [Fact]
    public void A_hundred_advertisers_pass_and_one_more_is_refused()
    {
        ReportRequestValidator.Validate(BidAdjustment with { Filters = [new ReportFilter("advertiserId", Advertisers(100))] }, Today);

        Problem(BidAdjustment with { Filters = [new ReportFilter("advertiserId", Advertisers(101))] }).ToString().Should().Be(
            "Filters[0].Values: 101 advertisers, and dspBidAdjustment takes at most 100 in one request. Request the rest separately.");
    }

    [Theory]
    [InlineData(ReportTypes.SbPurchasedProduct.Id, "purchasedAsin", 731, 731)]
    [InlineData(ReportTypes.SbCampaigns.Id, "campaign", 31, 60)]
    [InlineData(ReportTypes.SdCampaigns.Id, "campaign", 31, 65)]
    [InlineData(ReportTypes.StCampaigns.Id, "campaign", 31, 95)]
    [InlineData(ReportTypes.SpGrossAndInvalids.Id, "campaign", 365, 365)]
    [InlineData(ReportTypes.DspBidAdjustment.Id, "bidAdjustmentRule", 31, 395)]
    [InlineData(ReportTypes.DspAudioAndVideo.Id, "campaign", 395, 395)]
    [InlineData(ReportTypes.ConversionPath.Id, "brandConversionPath", 90, 95)]
    public void Range_and_reach_are_those_of_the_type(string type, string groupBy, int range, int reach)
    {
        ReportType known = ReportCatalogue.Default.Find(type)!;
        DateOnly oldest = Today.AddDays(-reach);
        ReportRequest request = Good with
        {
            ReportTypeId = type,
            GroupBy = [groupBy],
            Columns = [known.Columns.First(column => column.Name != "date").Name],
            TimeUnit = known.TimeUnits[0],
            StartDate = oldest,
            EndDate = oldest.AddDays(range - 1),
        };
        ReportRequestValidator.Validate(request, Today);

        Problems(request with { StartDate = oldest.AddDays(-1) }).Select(problem => problem.Field).Should().Equal("EndDate", "StartDate");
    }

    [Fact]
    public void An_unlisted_type_needs_its_ad_product() =>
        Problem(Good with { ReportTypeId = "spNew", AllowUnlisted = true }).ToString().Should().Be(
            "AdProduct: needed, because the catalogue does not know the report type 'spNew' and so not its ad product.");

    [Fact]
    public void All_problems_are_told_at_once()
    {
        ReportRequest request = Good with { GroupBy = ["x"], Columns = ["date", "costs", "costs"], EndDate = Today, Format = "XLSX" };

        Action act = () => ReportRequestValidator.Validate(request, Today);

        PpcAdsValidationException exception = act.Should().Throw<PpcAdsValidationException>().Which;
        exception.Message.Should().StartWith("The report request is not valid. ");
        exception.Problems.Select(problem => problem.Field)
            .Should().Equal("EndDate", "Format", "GroupBy[0]", "Columns[2]", "Columns[1]", "Columns[2]");
    }

    private static ReportRequest BidAdjustment => Good with
    {
        ReportTypeId = ReportTypes.DspBidAdjustment.Id,
        GroupBy = ["bidAdjustmentMatchedTerms"],
        Columns = ["bids", "matchRate"],
    };

    private static string[] Advertisers(int count) => [.. Enumerable.Range(1, count).Select(number => $"{number}")];

    private static InputProblem Problem(ReportRequest request) => Problems(request).Should().ContainSingle().Which;

    private static IReadOnlyList<InputProblem> Problems(ReportRequest request) =>
        ReportRequestValidator.FindProblems(request, Today, ReportCatalogue.Default);
}
