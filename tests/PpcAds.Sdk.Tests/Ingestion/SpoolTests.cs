using FluentAssertions;
using PpcAds.Sdk.Ingestion.Jobs;
using PpcAds.Sdk.Reports;
using Xunit;

#pragma warning disable CA1416 // The tests of rights are skipped on Windows.

namespace PpcAds.Sdk.Tests.Ingestion;

/// <summary>The files of reports, which nobody else on the machine may read and which no process leaves behind.</summary>
public sealed class SpoolTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Shared = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory("ppcads-spool-tests-");

    public void Dispose() => _temporary.Delete(recursive: true);

    [SkippableFact]
    public void A_file_without_a_configured_folder_has_no_name_and_leaves_nothing_in_the_temporary_folder()
    {
        Skip.If(OperatingSystem.IsWindows());

        using FileStream file = SpoolFolder.CreateFile(null, _temporary.FullName);
        file.Write([1, 2, 3]);

        _temporary.EnumerateFileSystemInfos().Should().BeEmpty();
        File.GetUnixFileMode(file.SafeFileHandle).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        file.Length.Should().Be(3);
    }

    [SkippableFact]
    public void A_folder_or_link_that_another_user_made_first_is_not_used()
    {
        Skip.If(OperatingSystem.IsWindows());
        string elsewhere = _temporary.CreateSubdirectory("elsewhere").FullName;
        File.SetUnixFileMode(elsewhere, Shared);
        Directory.CreateSymbolicLink(Path.Combine(_temporary.FullName, "ppcads-spool"), elsewhere);
        Directory.CreateSymbolicLink(Path.Combine(_temporary.FullName, $"ppcads-spool-{Environment.UserName}"), elsewhere);
        using var watch = new FileSystemWatcher(elsewhere);
        var seen = new List<string?>();
        watch.Created += (_, created) => seen.Add(created.Name);
        watch.EnableRaisingEvents = true;

        SpoolFolder.CreateFile(null, _temporary.FullName).Dispose();
        File.WriteAllText(Path.Combine(elsewhere, "last"), "");

        SpinWait.SpinUntil(() => seen.Contains("last"), TimeSpan.FromSeconds(30)).Should().BeTrue();
        seen.Should().Equal("last");
        File.GetUnixFileMode(elsewhere).Should().Be(Shared);
    }

    [Fact]
    public async Task How_large_a_file_is_unpacked_is_read_at_its_end()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(new byte[3_000_000]);
        }

        packed.Position = 0;
        var download = new ReportDownload(null!, packed, packed.Length);
        await using SpoolFile file = await SpoolFile.DownloadAsync(download, _temporary.FullName, CancellationToken.None);

        file.UnpackedBytes.Should().Be(3_000_000);
    }

    [SkippableFact]
    public void A_configured_folder_keeps_its_rights_and_one_that_is_made_is_the_users_own()
    {
        Skip.If(OperatingSystem.IsWindows());
        string configured = _temporary.CreateSubdirectory("configured").FullName;
        File.SetUnixFileMode(configured, Shared);
        string made = Path.Combine(_temporary.FullName, "made");

        using FileStream first = SpoolFolder.CreateFile(configured, "/nowhere");
        using FileStream second = SpoolFolder.CreateFile(made, "/nowhere");

        File.GetUnixFileMode(configured).Should().Be(Shared);
        File.GetUnixFileMode(made).Should().Be(OwnerOnly);
        File.GetUnixFileMode(first.SafeFileHandle).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.EnumerateFileSystemEntries(configured).Concat(Directory.EnumerateFileSystemEntries(made)).Should().BeEmpty();
    }

    [SkippableFact]
    public void A_folder_that_takes_files_and_shows_none_is_used()
    {
        Skip.If(OperatingSystem.IsWindows());
        Skip.If(Environment.UserName == "root", "Root may read every folder.");
        string configured = _temporary.CreateSubdirectory("configured").FullName;
        File.SetUnixFileMode(configured, UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        using FileStream file = SpoolFolder.CreateFile(configured, Path.GetTempPath());

        file.CanWrite.Should().BeTrue();
        File.SetUnixFileMode(configured, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [SkippableFact]
    public void A_name_that_a_killed_process_left_is_removed_with_the_next_file_and_no_other_file_is()
    {
        Skip.If(OperatingSystem.IsWindows());
        File.WriteAllBytes(Path.Combine(_temporary.FullName, $"{Guid.NewGuid():N}.json.gz"), []);
        string other = Path.Combine(_temporary.FullName, "kept-by-the-host.json.gz");
        File.WriteAllBytes(other, []);

        using FileStream file = SpoolFolder.CreateFile(_temporary.FullName, Path.GetTempPath());

        _temporary.EnumerateFiles().Select(left => left.FullName).Should().Equal(other);
    }

    [Theory]
    [InlineData(1000L, null, true)]
    [InlineData(1001L, null, false)]
    [InlineData(1001L, 1001L, false)]
    [InlineData(0L, 5_000_000_000_000L, false)]
    public async Task A_file_beyond_the_limit_is_not_kept_however_long_it_says_that_it_is(long length, long? announced, bool isKept)
    {
        using var content = new MemoryStream(new byte[length]);
        var download = new ReportDownload(null!, content, announced);

        Func<Task> act = async () => await (await SpoolFile.DownloadAsync(download, _temporary.FullName, CancellationToken.None, 1000)).DisposeAsync();

        if (isKept)
        {
            await act.Should().NotThrowAsync();
        }
        else
        {
            (await act.Should().ThrowAsync<AmazonAdsUnexpectedResponseException>()).Which.IsTransient.Should().BeFalse();
        }

        _temporary.EnumerateFileSystemInfos().Should().BeEmpty();
    }

    [Fact]
    public void The_limit_is_far_above_any_report_and_below_what_a_disk_has() =>
        SpoolFile.MostBytes.Should().BeInRange(1L << 30, 1L << 33);
}
