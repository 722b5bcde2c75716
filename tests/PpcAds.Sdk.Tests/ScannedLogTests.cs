using System.Text.RegularExpressions;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests;

/// <summary>No test leaves a secret or a whole body in a log: every one that registers the SDK has its log looked through.</summary>
public sealed partial class ScannedLogTests
{
    // The registration itself; the pages' code, which shows users theirs; this file.
    private static readonly string[] MayRegister =
        ["ScannedPpcAds.cs", "ReadmeSnippets.cs", "ConnectSnippets.cs", "OtherDatabasesSnippets.cs", "ScannedLogTests.cs"];

    [Fact]
    public void Tests_register_the_SDK_with_scanned_logs_only()
    {
        string[] files = [.. Directory.EnumerateDirectories(Path.Combine(RepositoryFiles.Root, "tests"))
            .Where(project => project.EndsWith(".Tests", StringComparison.Ordinal) || project.EndsWith(".Testing", StringComparison.Ordinal) || project.EndsWith("Contracts", StringComparison.Ordinal))
            .SelectMany(project => Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories))];
        string[] registering = [.. files.Where(file => Registration().IsMatch(File.ReadAllText(file))).Select(file => Path.GetFileName(file)!)];

        files.Should().HaveCountGreaterThan(100);
        registering.Except(MayRegister).Should().BeEmpty("AddScannedPpcAds is for them");
        registering.Should().Contain("ReadmeSnippets.cs", "or else nothing is found");
        string page = RepositoryFiles.Read("tests", "PpcAds.Sdk.Tests", "Readme", "ReadmeSnippets.cs");
        Regex.Count(page, "AddScannedLogs\\(").Should().Be(Registration().Count(page));
    }

    [Theory]
    [InlineData("refresh token Atzr|IwEB")]
    [InlineData("Authorization: Bearer abc")]
    [InlineData("client_secret=amzn1.oa2-cs.v1.0123")]
    [InlineData("https://x/y?X-Amz-Signature=0123")]
    public async Task A_secret_in_a_log_is_found_out_even_if_its_writer_catches_that(string line)
    {
        ServiceProvider services = new ServiceCollection().AddScannedLogs().BuildServiceProvider();
        ILogger logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Any");

        Action write = () => logger.Log(LogLevel.Trace, default, line, null, (text, _) => text);

        write.Should().Throw<Exception>();
        Func<Task> end = async () => await services.DisposeAsync();
        await end.Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public void A_whole_body_is_found_out()
    {
        Action check = () => LogScan.Check($"answer: {{\"campaigns\":[{new string('x', 800)}]}}");

        check.Should().Throw<Exception>();
    }

    [GeneratedRegex("""(?<!modelBuilder|AddHealthChecks\(\))\.AddPpcAds\(""", RegexOptions.CultureInvariant)]
    private static partial Regex Registration();
}
