using System.Diagnostics;
using FluentAssertions;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.PublicApi;

/// <summary>
/// A further kind of entities, from Amazon's list to a table of its own, is a matter of four files. The patch is the example of
/// CONTRIBUTING.md; the long run builds with it.
/// </summary>
public sealed class FurtherEntityTests
{
    private static readonly string Patch = Path.Combine(RepositoryFiles.Root, "tests", "PpcAds.Sdk.Tests", "PublicApi", "Fixtures", "locations.patch");

    [Fact]
    public void A_further_kind_of_entities_touches_at_most_four_files() =>
        File.ReadLines(Patch).Count(line => line.StartsWith("diff --git ", StringComparison.Ordinal)).Should().BeInRange(1, 4);

    [Fact]
    public void Three_of_the_files_are_new_and_one_is_the_registration() =>
        File.ReadLines(Patch).Count(line => line.StartsWith("new file mode", StringComparison.Ordinal)).Should().Be(3);

    [SkippableFact]
    public async Task The_patch_fits_the_code_as_it_is()
    {
        Skip.IfNot(Path.Exists(Path.Combine(RepositoryFiles.Root, ".git")), "This is no checkout with git.");
        using Process git = Process.Start(new ProcessStartInfo("git", ["apply", "--check", Patch])
        {
            WorkingDirectory = RepositoryFiles.Root,
            RedirectStandardError = true,
        })!;
        string problems = await git.StandardError.ReadToEndAsync();
        await git.WaitForExitAsync();

        problems.Should().BeEmpty();
        git.ExitCode.Should().Be(0);
    }
}
