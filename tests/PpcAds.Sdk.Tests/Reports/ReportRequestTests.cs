using FluentAssertions;
using PpcAds.Sdk.Reports;
using Xunit;

namespace PpcAds.Sdk.Tests.Reports;

public sealed class ReportRequestTests
{
    [Fact]
    public void Requests_with_equal_lists_are_equal()
    {
        Make().Should().Be(Make());
        Make().GetHashCode().Should().Be(Make().GetHashCode());
        Make().Filters[0].Should().Be(Make().Filters[0]);
    }

    [Fact]
    public void A_difference_in_any_member_makes_requests_differ()
    {
        ReportRequest[] others =
        [
            Make() with { ReportTypeId = "x" },
            Make() with { GroupBy = ["adGroup"] },
            Make() with { Columns = ["cost", "date"] },
            Make() with { StartDate = new DateOnly(2025, 3, 2) },
            Make() with { EndDate = new DateOnly(2025, 3, 3) },
            Make() with { TimeUnit = ReportTimeUnit.Summary },
            Make() with { Filters = [] },
            Make() with { Filters = [new ReportFilter("campaignStatus", "PAUSED")] },
            Make() with { Name = "x" },
            Make() with { AdProduct = "x" },
            Make() with { Format = "x" },
            Make() with { AllowUnlisted = true },
        ];

        others.Should().NotContain(Make()).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void Lists_are_copied_so_that_a_request_never_changes()
    {
        List<string> columns = ["date"];
        List<string> values = ["ENABLED"];
        ReportRequest request = Make() with { Columns = columns, Filters = [new ReportFilter("campaignStatus", values)] };

        columns.Add("cost");
        values.Add("PAUSED");

        request.Columns.Should().Equal("date");
        request.Filters[0].Values.Should().Equal("ENABLED");
    }

    [Fact]
    public void A_time_unit_that_Amazon_adds_can_be_written() => new ReportTimeUnit("WEEKLY").ToString().Should().Be("WEEKLY");

    private static ReportRequest Make() => new()
    {
        ReportTypeId = ReportTypes.SpCampaigns.Id,
        GroupBy = ["campaign"],
        Columns = ["date", "cost"],
        StartDate = new DateOnly(2025, 3, 1),
        EndDate = new DateOnly(2025, 3, 14),
        Filters = [new ReportFilter("campaignStatus", "ENABLED")],
    };
}
