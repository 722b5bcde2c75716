using System.Net;
using FluentAssertions;
using PpcAds.Sdk.Exports;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.Exports;

public sealed class ExportsClientTests
{
    [Fact]
    public async Task The_wait_backs_off_and_ends_when_the_export_is_made()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(options => options.ExportGenerationTime = TimeSpan.FromMinutes(30));
        ProfileClient profile = await amazon.GetProfileClientAsync();
        Export export = await profile.Exports.CreateExportAsync(ExportKind.Campaigns);

        Export made = await amazon.Time.RunAsync(profile.Exports.WaitForExportAsync(export));

        made.Status.Should().Be(ExportStatus.Completed);
        made.Kind.Should().Be(ExportKind.Campaigns);
        made.FileSize.Should().BePositive();
        made.GeneratedAt.Should().Be(The.Start + TimeSpan.FromMinutes(30));
        amazon.Time.Waits.Should().BeInAscendingOrder().And.OnlyContain(wait => wait >= TimeSpan.FromSeconds(5) && wait <= TimeSpan.FromMinutes(2));
        (amazon.Time.GetUtcNow() - The.Start).Should().BeLessThan(TimeSpan.FromMinutes(33));
    }

    [Fact]
    public async Task A_running_state_by_another_name_is_waited_on()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(options => options.ExportGenerationTime = TimeSpan.FromMinutes(1));
        amazon.Simulator.Quirks.UnknownEnumValues = true;
        ProfileClient profile = await amazon.GetProfileClientAsync();
        Export export = await profile.Exports.CreateExportAsync(ExportKind.Ads);

        export.Status.Should().Be(new ExportStatus("IN_PROGRESS"));
        (await amazon.Time.RunAsync(profile.Exports.WaitForExportAsync(export))).Status.Should().Be(ExportStatus.Completed);
    }

    [Fact]
    public async Task An_export_that_takes_too_long_is_given_up_with_its_id()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(
            options => options.ExportGenerationTime = TimeSpan.FromHours(9), options => options.ExportTimeout = TimeSpan.FromHours(1));
        ProfileClient profile = await amazon.GetProfileClientAsync();
        Export export = await profile.Exports.CreateExportAsync(ExportKind.Campaigns);

        Func<Task> wait = () => amazon.Time.RunAsync(profile.Exports.WaitForExportAsync(export));

        AmazonAdsExportFailedException exception = (await wait.Should().ThrowAsync<AmazonAdsExportFailedException>()).Which;
        exception.ExportId.Should().Be(export.ExportId);
        exception.Message.Should().Contain("PROCESSING after 01:");
    }

    [Theory]
    [InlineData("INTERNAL_ERROR", true, "Request it again later")]
    [InlineData("TIMED_OUT", false, "Narrow the filters")]
    public async Task A_failed_export_is_told_with_amazons_reason_and_what_to_do(string code, bool isTransient, string advice)
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.FailedExport("exports.targets.create", code));

        Func<Task> run = () => amazon.Time.RunAsync(profile.Exports.ExportTargetsAsync().CountAsync().AsTask());

        AmazonAdsExportFailedException exception = (await run.Should().ThrowAsync<AmazonAdsExportFailedException>()).Which;
        exception.ErrorCode.Should().Be(code);
        exception.Details.Should().Be("The export could not be made.");
        exception.ExportId.Should().NotBeNullOrEmpty();
        exception.IsTransient.Should().Be(isTransient);
        exception.Message.Should().Contain(advice);
    }

    [Fact]
    public async Task A_sixth_export_waits_until_there_is_a_place()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(options => options.ExportGenerationTime = TimeSpan.FromMinutes(40));
        ProfileClient profile = await amazon.GetProfileClientAsync();
        for (int number = 0; number < 5; number++)
        {
            await amazon.Time.RunAsync(profile.Exports.CreateExportAsync(ExportKind.AdGroups));
        }

        // Another kind has places of its own.
        await profile.Exports.CreateExportAsync(ExportKind.Ads);

        int rows = await amazon.Time.RunAsync(profile.Exports.ExportAdGroupsAsync().CountAsync().AsTask());

        rows.Should().BePositive();
        amazon.Simulator.Requests.Entries.Should().Contain(entry => entry.Operation == "exports.adGroups.create" && entry.Status == 429);
        (amazon.Time.GetUtcNow() - The.Start).Should().BeGreaterThan(TimeSpan.FromMinutes(79)).And.BeLessThan(TimeSpan.FromMinutes(90));
    }

    [Fact]
    public async Task An_export_is_looked_at_with_the_type_that_it_was_asked_for_with()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        Export export = await profile.Exports.CreateExportAsync(ExportKind.AdGroups);

        (await profile.Exports.GetExportAsync(ExportKind.AdGroups, export.ExportId)).ExportId.Should().Be(export.ExportId);
        Func<Task> other = () => profile.Exports.GetExportAsync(ExportKind.Ads, export.ExportId);

        (await other.Should().ThrowAsync<AmazonAdsException>()).Which.StatusCode.Should().Be(HttpStatusCode.NotAcceptable);
        amazon.Simulator.Requests.Entries.Should().Contain(entry =>
            entry.Operation == "exports.get" && entry.Status == 200 && entry.Headers["Accept"] == "application/vnd.adgroupsexport.v1+json");
    }

    [Fact]
    public async Task An_unknown_export_is_not_found()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();

        Func<Task> get = () => profile.Exports.GetExportAsync(ExportKind.Ads, "no such export");

        await get.Should().ThrowAsync<AmazonAdsNotFoundException>();
    }

    [Fact]
    public async Task An_export_that_is_not_finished_cannot_be_read()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();
        Export export = await profile.Exports.CreateExportAsync(ExportKind.Campaigns);

        Func<Task> read = () => profile.Exports.ReadCampaignsAsync(export.ExportId).CountAsync().AsTask();

        await read.Should().ThrowAsync<InvalidOperationException>().WithMessage("*PROCESSING*");
    }

    [Fact]
    public async Task Bad_requests_are_refused_with_every_problem_before_anything_is_sent()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ExportsClient exports = amazon.Client.ForProfile(new ProfileId(1), AmazonAdsRegion.Europe).Exports;

        Func<Task> targets = () => exports.CreateExportAsync(ExportKind.Targets, new TargetExportRequest
        {
            AdProducts = [new AdProduct("SPONSORED_PRODUCT")],
            States = [EntityState.Enabled, EntityState.Enabled],
            TargetTypes = [],
        });
        Func<Task> mixed = () => exports.CreateExportAsync(ExportKind.Campaigns, new TargetExportRequest());
        Func<Task> noId = () => exports.GetExportAsync(ExportKind.Campaigns, " ");

        PpcAdsValidationException exception = (await targets.Should().ThrowAsync<PpcAdsValidationException>()).Which;
        exception.Problems.Select(problem => problem.Field).Should().Equal("AdProducts[0]", "States[1]", "TargetTypes");
        exception.Message.Should().Contain("Did you mean 'SPONSORED_PRODUCTS'?").And.Contain("more than once").And.Contain("PRODUCT_CATEGORY_AUDIENCE");
        await mixed.Should().ThrowAsync<PpcAdsValidationException>().WithMessage("*kind 'Campaigns'*");
        await noId.Should().ThrowAsync<PpcAdsValidationException>().WithMessage("*exportId*");
        amazon.Simulator.Requests.Entries.Should().BeEmpty();
    }
}
