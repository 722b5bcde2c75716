using System.IO.Compression;
using System.Net;
using System.Text;
using FluentAssertions;
using PpcAds.Sdk.Calls;
using PpcAds.Sdk.Exports;
using PpcAds.Sdk.Exports.Wire;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.Exports;

/// <summary>The file: how it is opened, and what is wrong with it.</summary>
public sealed class ExportDownloadTests
{
    private const string TwoRows = """[{"campaignId":"1","name":"a"},{"campaignId":"2","name":"b"}]""";

    [Fact]
    public async Task The_download_carries_no_header_of_the_ads_api()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        (ProfileClient profile, Export export) = await MadeAsync(amazon);

        (await profile.Exports.ReadCampaignsAsync(export.ExportId).CountAsync()).Should().BePositive();

        SimulatorRequest request = amazon.Simulator.Requests.Entries.Single(entry => entry.Operation == "exports.download");
        request.Headers.Keys.Should().BeEquivalentTo("Host");
    }

    [Fact]
    public async Task An_export_can_be_read_again_for_a_day_each_time_by_a_fresh_link()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        (ProfileClient profile, Export export) = await MadeAsync(amazon);
        int first = await profile.Exports.ReadCampaignsAsync(export.ExportId).CountAsync();

        amazon.Time.Advance(TimeSpan.FromHours(23));
        (await profile.Exports.ReadCampaignsAsync(export.ExportId).CountAsync()).Should().Be(first);
        amazon.Time.Advance(TimeSpan.FromHours(1));
        Func<Task> late = () => profile.Exports.ReadCampaignsAsync(export.ExportId).CountAsync().AsTask();

        await late.Should().ThrowAsync<AmazonAdsNotFoundException>();
    }

    [Fact]
    public async Task A_link_that_ran_out_is_asked_for_again()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        (ProfileClient profile, Export export) = await MadeAsync(amazon);
        amazon.Simulator.Faults.Add(SimulatorFault.WithBody("exports.download", 403, "<Error><Code>AccessDenied</Code></Error>", "application/xml"));

        (await profile.Exports.ReadCampaignsAsync(export.ExportId).CountAsync()).Should().BePositive();

        amazon.Simulator.Requests.Entries.Where(entry => entry.Operation == "exports.download").Select(entry => entry.Status).Should().Equal(403, 200);
    }

    [Fact]
    public async Task A_link_that_is_always_refused_ends_and_shows_nothing_of_itself()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(options => options.DownloadUrlLifetime = TimeSpan.Zero);
        (ProfileClient profile, Export export) = await MadeAsync(amazon);

        Func<Task> read = () => profile.Exports.ReadCampaignsAsync(export.ExportId).CountAsync().AsTask();

        AmazonAdsException exception = (await read.Should().ThrowAsync<AmazonAdsException>()).Which;
        exception.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        exception.ToString().Should().Contain("expired").And.Contain("export").And.NotContain("X-Amz-Signature");
        amazon.Simulator.Requests.Count("exports.download").Should().Be(2);
        export.Url.Should().NotBeNull();
        export.ToString().Should().NotContain("X-Amz").And.NotContain("http");
    }

    [Fact]
    public async Task A_download_that_is_throttled_or_cut_before_it_opens_is_retried()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        (ProfileClient profile, Export export) = await MadeAsync(amazon);
        amazon.Simulator.Faults.Add(SimulatorFault.WithBody("exports.download", 503, "<Error><Code>SlowDown</Code></Error>", "application/xml"));
        amazon.Simulator.Faults.Add(SimulatorFault.ConnectionClosed("exports.download"));

        int rows = await amazon.Time.RunAsync(profile.Exports.ReadCampaignsAsync(export.ExportId).CountAsync().AsTask());

        rows.Should().BePositive();
        amazon.Simulator.Requests.Count("exports.download").Should().Be(3);
    }

    [Fact]
    public async Task A_download_that_is_cut_within_the_file_is_a_transient_failure()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        (ProfileClient profile, Export export) = await MadeAsync(amazon);
        amazon.Simulator.Faults.Add(SimulatorFault.Truncated("exports.download", afterBytes: 300));

        Func<Task> read = () => profile.Exports.ReadCampaignsAsync(export.ExportId).CountAsync().AsTask();

        AmazonAdsException exception = (await read.Should().ThrowAsync<AmazonAdsException>()).Which;
        exception.IsTransient.Should().BeTrue();
        exception.Message.Should().Contain("export");
    }

    [Fact]
    public async Task A_file_is_read_whether_it_is_packed_or_not()
    {
        (await ReadAsync(Encoding.UTF8.GetBytes(TwoRows))).Should().Equal("a", "b");
        (await ReadAsync(Pack(TwoRows))).Should().Equal("a", "b");
        (await ReadAsync(Pack("[]"))).Should().BeEmpty();
    }

    [Fact]
    public async Task A_file_that_ends_anywhere_too_early_is_never_a_short_export()
    {
        byte[] packed = Pack(TwoRows);
        for (int length = 0; length < packed.Length; length++)
        {
            await MustFailAsync(packed[..length]);
        }

        for (int length = 0; length < TwoRows.Length; length++)
        {
            await MustFailAsync(Encoding.UTF8.GetBytes(TwoRows[..length]));
            await MustFailAsync(Pack(TwoRows[..length]));
        }
    }

    [Theory]
    [InlineData("""{"campaignId":"1"}""")]
    [InlineData("""[{"campaignId":"1"}]]""")]
    [InlineData("""[{"name":"no id"}]""")]
    [InlineData("<html></html>")]
    public async Task What_is_no_export_is_told_without_its_content(string text)
    {
        AmazonAdsUnexpectedResponseException exception = await MustFailAsync(Pack(text));

        exception.Message.Should().Contain("export e").And.NotContain("no id").And.NotContain("html");
    }

    [Fact]
    public async Task A_row_without_an_end_takes_bounded_memory()
    {
        var endless = new string(' ', 17 * 1024 * 1024);

        AmazonAdsUnexpectedResponseException exception = await MustFailAsync(Pack($"[{endless}"));

        exception.IsTransient.Should().BeFalse();
    }

    [Fact]
    public async Task Many_rows_are_read_one_after_the_other()
    {
        string rows = string.Join(',', Enumerable.Range(1, 50_000).Select(id => $$"""{"campaignId":{{id}},"name":"row {{id}}"}"""));

        (await ReadAsync(Pack($"[{rows}]"))).Should().HaveCount(50_000).And.EndWith("row 50000");
    }

    private static async Task<(ProfileClient Profile, Export Export)> MadeAsync(SimulatedAmazon amazon)
    {
        ProfileClient profile = await amazon.GetProfileClientAsync();
        Export export = await profile.Exports.CreateExportAsync(ExportKind.Campaigns);
        return (profile, await amazon.Time.RunAsync(profile.Exports.WaitForExportAsync(export)));
    }

    private static async Task<AmazonAdsUnexpectedResponseException> MustFailAsync(byte[] file)
    {
        Func<Task> read = () => ReadAsync(file);
        return (await read.Should().ThrowAsync<AmazonAdsUnexpectedResponseException>()).Which;
    }

    private static async Task<List<string?>> ReadAsync(byte[] file) => await ExportRows
        .ReadAsync("e", new DownloadedFile(new MemoryStream(file), file.Length), new ExportRowReader<ExportedCampaign>("e", ExportsJsonContext.Default.ExportedCampaign, null), default)
        .Select(row => row.Row.Name)
        .ToListAsync();

    private static byte[] Pack(string text)
    {
        using var file = new MemoryStream();
        using (var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return file.ToArray();
    }
}
