using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.QuickStart.Tests;

/// <summary>Where the rows go: a file of its own, another program's only if one says so, or PostgreSQL.</summary>
public sealed class StoreTests(PostgreSqlCluster cluster) : IClassFixture<PostgreSqlCluster>, IDisposable
{
    private static readonly string[] Small = ["--profiles", "1", "--campaigns", "2", "--days", "3"];

    private readonly TemporaryDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task A_file_of_another_program_is_not_touched_without_force()
    {
        _database.Execute("CREATE TABLE orders (id INTEGER)");
        byte[] before = await File.ReadAllBytesAsync(_database.File);

        QuickStartResult refused = await RunAsync();

        (refused.ExitCode, refused.Output).Should().Be((4, ""), refused.Error);
        refused.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().ContainSingle().Which.Should()
            .Contain("'orders'").And.Contain("--force");
        (await File.ReadAllBytesAsync(_database.File)).Should().Equal(before);
        (await RunAsync("--force")).ExitCode.Should().Be(0);
        _database.Query("SELECT COUNT(*) FROM orders").Should().Equal("0");
        (await RunAsync()).ExitCode.Should().Be(0, "the tables are there now");
    }

    [SkippableFact]
    public async Task PostgreSQL_is_loaded_compared_and_refreshed_as_the_file_is()
    {
        Skip.If(cluster.Missing is not null, cluster.Missing);
        string connection = await cluster.CreateDatabaseAsync();
        string[] arguments = ["--postgres", connection, "--all-products", .. Small];

        QuickStartResult first = await QuickStartProcess.RunAsync(arguments);
        QuickStartResult file = await RunAsync("--all-products");
        QuickStartResult again = await QuickStartProcess.RunAsync([.. arguments, "--refresh"]);

        first.ExitCode.Should().Be(0, first.Output + first.Error);
        ResultOf(first).Should().Equal(ResultOf(file), "the same data gives the same figures").And.HaveCountGreaterThan(50);
        again.ExitCode.Should().Be(0, again.Output + again.Error);
        again.Output.Should().Contain("Changes since the last run").And.NotContain("DIFFERENT");
    }

    [Fact]
    public async Task A_server_that_is_not_there_ends_with_4_and_no_password()
    {
        QuickStartResult run = await QuickStartProcess.RunAsync(
            ["--postgres", "Host=127.0.0.1;Port=1;Database=ads;Username=ada;Password=hush-hush"]);

        run.ExitCode.Should().Be(4, run.Output + run.Error);
        run.Error.Should().Contain("--postgres 'ads on 127.0.0.1' cannot be used").And.NotContain("   at ");
        (run.Output + run.Error).Should().NotContain("hush-hush");
    }

    /// <summary>The headline, the table and the charts; not the progress, whose order differs.</summary>
    private static IEnumerable<string> ResultOf(QuickStartResult run) => run.Output.Split('\n')
        .SkipWhile(line => !line.StartsWith("Loaded: ", StringComparison.Ordinal)).TakeWhile(line => !line.StartsWith("Next:",
            StringComparison.Ordinal));

    private Task<QuickStartResult> RunAsync(params string[] arguments) =>
        QuickStartProcess.RunAsync(["--database", _database.File, .. Small, .. arguments]);
}
