using System.Text.RegularExpressions;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.QuickStart.Tests;

/// <summary>How runs end that do not end well: a line that says what to do, a code of its own, and no stack trace.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("--days is '0'; expected is a number from 1 to 1000.", "--days", "0")]
    [InlineData("--days is 'ten'; expected is a number from 1 to 1000.", "--days", "ten")]
    [InlineData("--days is '2000000000'; expected is a number from 1 to 1000.", "--days", "2000000000")]
    [InlineData("--profiles is '0'; expected is a number from 1 to 1000.", "--profiles", "0")]
    [InlineData("--campaigns is '-1'; expected is a number from 1 to 100000.", "--campaigns", "-1")]
    [InlineData("--seed is '1.5'; expected is a number from 0 to 2147483647.", "--seed", "1.5")]
    [InlineData("--as-of is '2026-02-30'; expected is a day such as 2026-03-15", "--as-of", "2026-02-30")]
    [InlineData("--as-of is '9999-12-31'; expected is a day such as 2026-03-15", "--as-of", "9999-12-31")]
    [InlineData("--log-level", "--log-level", "Loud")]
    [InlineData("'--dayz'", "--dayz", "5")]
    [InlineData("--days", "--days")]
    [InlineData("--real goes neither with --chaos nor with --refresh", "--real", "--chaos")]
    [InlineData("--postgres goes neither with --database", "--postgres", "Host=localhost")]
    [InlineData("--open and --port go with --serve", "--open")]
    [InlineData("--port is '70000'; expected is a number from 0 to 65535.", "--serve", "--port", "70000")]
    [InlineData("--refresh asks again for what is loaded", "--refresh")]
    public async Task A_wrong_argument_ends_with_2_and_says_what_is_expected(string problem, params string[] arguments)
    {
        QuickStartResult run = await RunAsync(arguments);

        Check(run, 2, problem);
        File.Exists(_database.File).Should().BeFalse("nothing was started");
    }

    [Fact]
    public async Task All_wrong_arguments_are_said_at_once() =>
        Check(await RunAsync("--days", "0", "--profiles", "0"), 2, "--days is '0'").Error.Should().Contain("--profiles is '0'");

    [Fact]
    public async Task A_database_without_a_name_ends_with_2() =>
        Check(await QuickStartProcess.RunAsync(["--database", ""]), 2, "--database is empty");

    [Theory]
    [InlineData("--postgres is no connection string", "Hoost=x")]
    [InlineData("--postgres has no host", "Database=ads")]
    public async Task A_connection_that_names_no_database_ends_with_2(string problem, string connection) =>
        Check(await QuickStartProcess.RunAsync(["--postgres", connection]), 2, problem);

    [Fact]
    public async Task A_folder_in_place_of_the_file_ends_with_4() =>
        Check(await QuickStartProcess.RunAsync(["--database", Path.GetDirectoryName(_database.File)!]), 4, "it is a folder");

    [Fact]
    public async Task A_file_in_a_folder_that_does_not_exist_ends_with_4() => Check(
        await QuickStartProcess.RunAsync(["--database", _database.File + ".folder/test.db"]), 4, "its folder does not exist");

    [Fact]
    public async Task A_file_where_none_may_be_made_ends_with_4() =>
        Check(await QuickStartProcess.RunAsync(["--database", "/proc/test.db"]), 4, "--database '/proc/test.db' cannot be used");

    [Fact]
    public async Task A_file_that_is_no_database_ends_with_4_and_stays_as_it_is()
    {
        await File.WriteAllTextAsync(_database.File, new string('x', 5000));

        Check(await RunAsync(), 4, "something else than a SQLite database");

        (await File.ReadAllTextAsync(_database.File)).Should().Be(new string('x', 5000));
    }

    [Fact]
    public async Task A_database_of_another_program_s_tables_ends_with_4()
    {
        _database.Execute("CREATE TABLE ppc_accounts (id INTEGER)");

        Check(await RunAsync(), 4, "cannot be used");
    }

    [Fact]
    public async Task A_name_with_a_semicolon_is_a_name()
    {
        string file = _database.File + ";Mode=ReadOnly";

        QuickStartResult run = await QuickStartProcess.RunAsync(
            ["--database", file, "--profiles", "1", "--campaigns", "1", "--days", "2"]);

        run.ExitCode.Should().Be(0, run.Output + run.Error);
        File.Exists(file).Should().BeTrue();
    }

    [Fact]
    public async Task Data_that_differs_ends_with_1()
    {
        string[] small = ["--profiles", "1", "--campaigns", "2", "--days", "3"];
        (await RunAsync(small)).ExitCode.Should().Be(0);
        _database.Execute(
            "UPDATE performance_facts SET cost_micros = COALESCE(cost_micros, 0) + 10000 "
            + "WHERE scope_id IN (SELECT scope_id FROM performance_scopes WHERE dataset = 'sp.campaign')");

        QuickStartResult run = await RunAsync(small);

        run.ExitCode.Should().Be(1, run.Output + run.Error);
        run.Output.Should().Contain("DIFFERENT");
    }

    [Fact]
    public async Task An_interrupted_run_ends_with_130_and_the_next_one_goes_on()
    {
        string[] arguments = ["--database", _database.File, "--campaigns", "60"];

        QuickStartResult stopped = await QuickStartProcess.InterruptAsync(arguments, "profiles FarEast");
        QuickStartResult next = await QuickStartProcess.RunAsync(arguments);

        Check(stopped, 130, "Stopped. What was loaded stays; the same command goes on from there.");
        next.ExitCode.Should().Be(0, next.Output + next.Error);
    }

    [Fact]
    public async Task Help_and_README_list_the_same_codes()
    {
        QuickStartResult help = await QuickStartProcess.RunAsync(["--help"]);

        string[] codes =
        [
            .. Regex.Matches(help.Output, @"^ +(\d+) {2,}(\S.*?)\s*$", RegexOptions.Multiline)
                .Select(code => $"| {code.Groups[1]} | {code.Groups[2]} |"),
        ];
        codes.Should().HaveCount(7);
        RepositoryFiles.Read("README.md").ReplaceLineEndings("\n").Should().Contain(string.Join('\n', codes));
    }

    private static QuickStartResult Check(QuickStartResult run, int code, string problem)
    {
        run.ExitCode.Should().Be(code, run.Output + run.Error);
        run.Error.Should().Contain(problem);
        (run.Output + run.Error).Should().NotContain("   at ", "that is a stack trace");
        return run;
    }

    private Task<QuickStartResult> RunAsync(params string[] arguments) =>
        QuickStartProcess.RunAsync(["--database", _database.File, .. arguments]);
}
