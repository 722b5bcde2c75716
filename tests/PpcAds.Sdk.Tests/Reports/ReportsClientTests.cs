using System.Net;
using FluentAssertions;
using PpcAds.Sdk.Reports;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.Reports;

public sealed class ReportsClientTests
{
    private static readonly ReportRequest Campaigns = new()
    {
        ReportTypeId = ReportTypes.SpCampaigns.Id,
        GroupBy = ["campaign"],
        Columns = ["date", "campaignId", "impressions", "clicks", "cost", "sales7d", "purchases7d"],
        StartDate = new DateOnly(2026, 3, 1),
        EndDate = new DateOnly(2026, 3, 14),
        Name = "campaigns",
    };

    [Fact]
    public async Task A_report_is_asked_for_waited_for_and_read_and_its_sums_are_the_truth()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();

        await using ReportDownload download = await amazon.Time.RunAsync(profile.Reports.RunReportAsync(Campaigns));
        (int Rows, long Impressions, long Clicks, decimal Cost, decimal Sales) read = default;
        await foreach (ReportBatch batch in download.ReadBatchesAsync())
        {
            foreach (ReportRecord record in batch.ToRecords())
            {
                read.Rows++;
                read.Impressions += record.GetInt64("impressions")!.Value;
                read.Clicks += record.GetInt64("clicks")!.Value;
                read.Cost += record.GetDecimal("cost")!.Value;
                read.Sales += record.GetDecimal("sales7d")!.Value;
            }
        }

        SimulatorTotals truth = amazon.Simulator.Truth.GetTotals(
            profile.ProfileId.Value, Campaigns.ReportTypeId, Campaigns.GroupBy, Campaigns.StartDate, Campaigns.EndDate, download.Report.GeneratedAt);
        read.Should().Be((truth.Rows, truth.Impressions, truth.Clicks, truth.Cost, truth.Sales7d));
        read.Rows.Should().BePositive();
        download.Report.Status.Should().Be(ReportStatus.Completed);
        download.ContentLength.Should().Be(download.Report.FileSize);
    }

    [Fact]
    public async Task Three_hours_of_waiting_pass_without_waiting()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(options => options.ReportGenerationTime = TimeSpan.FromHours(3));
        ProfileClient profile = await amazon.GetProfileClientAsync();

        await using ReportDownload download = await amazon.Time.RunAsync(profile.Reports.RunReportAsync(Campaigns));

        (amazon.Time.GetUtcNow() - The.Start).Should().BeGreaterThanOrEqualTo(TimeSpan.FromHours(3)).And.BeLessThan(TimeSpan.FromHours(3.1));
        amazon.Time.Waits.Should().BeInAscendingOrder().And.OnlyContain(wait => wait >= TimeSpan.FromSeconds(5) && wait <= TimeSpan.FromMinutes(2));
        amazon.Time.Waits[0].Should().Be(TimeSpan.FromSeconds(5));
        amazon.Simulator.Requests.Count("reports.get").Should().BeLessThan(130);

        // The token of the first hour did not last: refreshed on the way, without an answer of 401.
        amazon.Simulator.Requests.Count("lwa.token").Should().Be(4);
        amazon.Simulator.Requests.Entries.Should().NotContain(entry => entry.Status == 401);
    }

    [Fact]
    public async Task A_report_that_takes_too_long_is_given_up_with_its_id()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(
            options => options.ReportGenerationTime = TimeSpan.FromHours(9), options => options.ReportTimeout = TimeSpan.FromHours(1));
        ProfileClient profile = await amazon.GetProfileClientAsync();

        Func<Task> run = () => amazon.Time.RunAsync(profile.Reports.RunReportAsync(Campaigns));

        AmazonAdsReportFailedException exception = (await run.Should().ThrowAsync<AmazonAdsReportFailedException>()).Which;
        exception.ReportId.Should().NotBeNullOrEmpty();
        exception.Message.Should().Contain("PENDING after 01:");
    }

    [Fact]
    public async Task A_failed_report_is_told_with_amazons_reason()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.FailedReport());

        Func<Task> run = () => amazon.Time.RunAsync(profile.Reports.RunReportAsync(Campaigns));

        AmazonAdsReportFailedException exception = (await run.Should().ThrowAsync<AmazonAdsReportFailedException>()).Which;
        exception.FailureReason.Should().Contain("internal error");
        exception.ReportId.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_report_that_is_under_way_is_adopted_instead_of_asked_for_twice()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();

        Report first = await profile.Reports.CreateReportAsync(Campaigns);
        Report second = await profile.Reports.CreateReportAsync(Campaigns with { Name = "another name", Columns = [.. Campaigns.Columns.Reverse()] });

        second.ReportId.Should().Be(first.ReportId);
        (first.IsAdopted, second.IsAdopted).Should().Be((false, true));
    }

    [Fact]
    public async Task A_create_whose_answer_was_lost_is_repeated_and_the_report_adopted()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.ConnectionClosed("reports.create"));

        Report report = await amazon.Time.RunAsync(profile.Reports.CreateReportAsync(Campaigns));

        report.IsAdopted.Should().BeTrue();
    }

    [Fact]
    public async Task A_report_of_another_configuration_is_not_adopted_and_the_create_is_repeated_a_minute_later()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        Report other = await profile.Reports.CreateReportAsync(Campaigns with { EndDate = new DateOnly(2026, 3, 13) });
        amazon.Simulator.Faults.Add(SimulatorFault.DuplicateReport(other.ReportId));

        Report report = await amazon.Time.RunAsync(profile.Reports.CreateReportAsync(Campaigns));

        report.ReportId.Should().NotBe(other.ReportId);
        report.IsAdopted.Should().BeFalse();
        amazon.Time.Waits.Should().Equal(TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("no id in here")]
    [InlineData("0f5c1d2e-1111-4222-8333-944445555666")]
    public async Task A_duplicate_that_can_never_be_adopted_ends_instead_of_hanging(string named)
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.DuplicateReport(named, int.MaxValue));

        Func<Task> create = () => amazon.Time.RunAsync(profile.Reports.CreateReportAsync(Campaigns));

        AmazonAdsDuplicateReportException exception = (await create.Should().ThrowAsync<AmazonAdsDuplicateReportException>()).Which;
        exception.DuplicateOf.Should().Be(named.Contains(' ', StringComparison.Ordinal) ? null : named);
        amazon.Simulator.Requests.Count("reports.create").Should().Be(5);
    }

    [Fact]
    public async Task A_pending_report_is_cancelled()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        Report report = await profile.Reports.CreateReportAsync(Campaigns);

        await profile.Reports.DeleteReportAsync(report.ReportId);

        Func<Task> get = () => profile.Reports.GetReportAsync(report.ReportId);
        (await get.Should().ThrowAsync<AmazonAdsNotFoundException>()).Which.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_report_that_is_not_finished_cannot_be_downloaded()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        Report report = await profile.Reports.CreateReportAsync(Campaigns);

        Func<Task> download = () => profile.Reports.DownloadReportAsync(report.ReportId);

        await download.Should().ThrowAsync<InvalidOperationException>().WithMessage("*PENDING*");
    }

    [Fact]
    public async Task The_download_carries_no_header_of_the_ads_api()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();

        await using ReportDownload download = await amazon.Time.RunAsync(profile.Reports.RunReportAsync(Campaigns));

        SimulatorRequest request = amazon.Simulator.Requests.Entries.Single(entry => entry.Operation == "reports.download");
        request.Headers.Keys.Should().BeEquivalentTo("Host");
        request.Status.Should().Be(200);
    }

    [Fact]
    public async Task Each_download_signs_a_fresh_link_so_that_a_report_can_be_read_again_hours_later()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        string reportId;
        await using (ReportDownload first = await amazon.Time.RunAsync(profile.Reports.RunReportAsync(Campaigns)))
        {
            reportId = first.Report.ReportId;
        }

        amazon.Time.Advance(TimeSpan.FromHours(5));

        await using ReportDownload second = await profile.Reports.DownloadReportAsync(reportId);
        (await second.ReadBatchesAsync().Select(batch => batch.RowCount).SumAsync()).Should().BePositive();
    }

    [Fact]
    public async Task A_download_that_is_throttled_or_cut_before_it_opens_is_retried()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.WithBody("reports.download", 503, "<Error><Code>SlowDown</Code></Error>", "application/xml"));
        amazon.Simulator.Faults.Add(SimulatorFault.ConnectionClosed("reports.download"));

        await using ReportDownload download = await amazon.Time.RunAsync(profile.Reports.RunReportAsync(Campaigns));

        amazon.Simulator.Requests.Count("reports.download").Should().Be(3);
    }

    [Fact]
    public async Task A_download_that_is_cut_within_the_file_is_a_transient_failure_and_never_a_short_report()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.Truncated("reports.download", afterBytes: 300));
        await using ReportDownload download = await amazon.Time.RunAsync(profile.Reports.RunReportAsync(Campaigns));

        Func<Task> read = async () => await download.ReadBatchesAsync().CountAsync();

        AmazonAdsException exception = (await read.Should().ThrowAsync<AmazonAdsException>()).Which;
        exception.IsTransient.Should().BeTrue();
        exception.Operation.Should().Be("reports.download");
    }

    [Fact]
    public async Task A_refused_download_shows_nothing_of_its_link()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(options => options.DownloadUrlLifetime = TimeSpan.Zero);
        ProfileClient profile = await amazon.GetProfileClientAsync();

        Func<Task> run = () => amazon.Time.RunAsync(profile.Reports.RunReportAsync(Campaigns));

        AmazonAdsException exception = (await run.Should().ThrowAsync<AmazonAdsException>()).Which;
        exception.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        exception.ToString().Should().Contain("expired").And.NotContain("X-Amz-Signature");
    }

    [Fact]
    public async Task The_link_is_in_no_text_form_of_a_report()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();

        await using ReportDownload download = await amazon.Time.RunAsync(profile.Reports.RunReportAsync(Campaigns));

        download.Report.Url.Should().NotBeNull();
        download.Report.ToString().Should().Contain(download.Report.ReportId).And.NotContain("X-Amz").And.NotContain("http");
    }

    [Fact]
    public async Task A_completed_report_without_a_link_is_no_empty_report()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.WithBody(
            "reports.get",
            200,
            """
            {"reportId":"r","status":"COMPLETED","startDate":"2026-03-01","endDate":"2026-03-02","createdAt":"2026-03-15T12:00:00+00:00","updatedAt":"2026-03-15T12:00:00.120Z",
             "configuration":{"adProduct":"SPONSORED_PRODUCTS","reportTypeId":"spCampaigns","groupBy":["campaign"],"columns":["date"],"timeUnit":"DAILY","format":"GZIP_JSON"}}
            """,
            "application/vnd.getasyncreportresponse.v3+json"));

        Func<Task> download = () => profile.Reports.DownloadReportAsync("r");

        await download.Should().ThrowAsync<AmazonAdsUnexpectedResponseException>().WithMessage("*no empty report*");
    }

    [Fact]
    public async Task A_status_that_amazon_adds_is_waited_on()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        Report report = await profile.Reports.CreateReportAsync(Campaigns);
        amazon.Simulator.Faults.Add(SimulatorFault.WithBody(
            "reports.get",
            200,
            $$$"""
            {"reportId":"{{{report.ReportId}}}","status":"QUEUED_TWICE","startDate":"2026-03-01","endDate":"2026-03-14","createdAt":"2026-03-15T12:00:00Z","updatedAt":"2026-03-15T12:00:00Z",
             "name":null,"failureReason":null,"fileSize":null,"generatedAt":null,"url":null,"urlExpiresAt":null,"newMember":{},
             "configuration":{"adProduct":"SPONSORED_PRODUCTS","reportTypeId":"spCampaigns","groupBy":["campaign"],"columns":["date"],"filters":null,"timeUnit":"DAILY","format":"GZIP_JSON"}}
            """));

        (await profile.Reports.GetReportAsync(report.ReportId)).Status.Should().Be(new ReportStatus("QUEUED_TWICE"));
    }

    [Fact]
    public async Task Today_and_what_lies_before_the_retention_are_refused_by_the_profiles_own_clock_before_anything_is_sent()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();

        // 12:00 UTC on the 15th: still the 15th in Los Angeles; 13 hours later it is the 16th in Tokyo only.
        ProfileClient american = await amazon.GetProfileClientAsync();
        ProfileClient japanese = await amazon.GetProfileClientAsync(AmazonAdsRegion.FarEast);
        amazon.Time.Advance(TimeSpan.FromHours(4));
        ReportRequest untilThe15th = Campaigns with { EndDate = new DateOnly(2026, 3, 15) };

        Func<Task> createAmerican = () => american.Reports.CreateReportAsync(untilThe15th);
        await createAmerican.Should().ThrowAsync<PpcAdsValidationException>().WithMessage("*EndDate*2026-03-15*");
        amazon.Simulator.Requests.Count("reports.create").Should().Be(0);
        (await japanese.Reports.CreateReportAsync(untilThe15th)).ReportId.Should().NotBeEmpty();

        Func<Task> tooOld = () => american.Reports.CreateReportAsync(
            Campaigns with { StartDate = new DateOnly(2025, 12, 1), EndDate = new DateOnly(2025, 12, 2) });
        await tooOld.Should().ThrowAsync<PpcAdsValidationException>().WithMessage("*StartDate*95*");
    }

    [Fact]
    public async Task Bad_input_is_refused_with_every_problem_before_anything_is_sent()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ReportsClient reports = amazon.Client.ForProfile(new ProfileId(1), AmazonAdsRegion.Europe).Reports;

        Func<Task> create = () => reports.CreateReportAsync(Campaigns with
        {
            Columns = ["date", "campaignId", "impresions"],
            GroupBy = ["campain"],
            StartDate = new DateOnly(2026, 3, 14),
            EndDate = new DateOnly(2026, 3, 1),
        });
        Func<Task> tooLong = () => reports.CreateReportAsync(Campaigns with { StartDate = new DateOnly(2026, 2, 1), EndDate = new DateOnly(2026, 3, 14) });
        Func<Task> get = () => reports.GetReportAsync(" ");

        PpcAdsValidationException exception = (await create.Should().ThrowAsync<PpcAdsValidationException>()).Which;
        exception.Message.Should().Contain("'impresions'").And.Contain("Did you mean 'impressions'?").And.Contain("Did you mean 'campaign'?");
        exception.Problems.Should().Contain(problem => problem.Field.StartsWith("StartDate", StringComparison.Ordinal) || problem.Field.StartsWith("EndDate", StringComparison.Ordinal));
        (await tooLong.Should().ThrowAsync<PpcAdsValidationException>()).WithMessage("*42*31*");
        await get.Should().ThrowAsync<PpcAdsValidationException>().WithMessage("*reportId*");
        amazon.Simulator.Requests.Entries.Should().BeEmpty();
    }

    [Fact]
    public async Task What_amazon_refuses_is_told_in_its_words()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();

        Func<Task> create = () => profile.Reports.CreateReportAsync(Campaigns with { Columns = ["date", "newMetric"], AllowUnlisted = true });

        AmazonAdsValidationException exception = (await create.Should().ThrowAsync<AmazonAdsValidationException>()).Which;
        exception.Details.Should().Contain("newMetric");
        exception.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }
}
