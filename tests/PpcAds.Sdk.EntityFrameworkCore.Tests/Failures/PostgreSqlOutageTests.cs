using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Failures;

/// <summary>A server that is down: when a host starts, and while it loads. Each test has a cluster of its own.</summary>
public sealed class PostgreSqlOutageTests : IAsyncLifetime
{
    private readonly PostgreSqlCluster _cluster = new();

    public Task InitializeAsync() => _cluster.InitializeAsync();

    public Task DisposeAsync() => _cluster.DisposeAsync();

    [SkippableFact]
    public async Task A_host_whose_database_is_down_does_not_start_and_says_which_database_and_what_to_do()
    {
        Skip.If(_cluster.Missing is not null, _cluster.Missing);
        string connectionString = await _cluster.CreateDatabaseAsync() + ";Password=hunter2-secret";
        await _cluster.StopAsync();
        using IHost host = Host(connectionString);

        Func<Task> start = () => host.StartAsync();

        PpcAdsStorageException exception = (await start.Should().ThrowAsync<PpcAdsStorageException>()).Which;
        exception.Message.Should().Match("PpcAds: the database 'test_1' on tcp://127.0.0.1:* cannot be used: *. Check that the server runs*then start again.");
        exception.ToString().Should().NotContain("hunter2");
        exception.IsTransient.Should().BeTrue();
        await _cluster.StartAsync();
        using IHost again = Host(connectionString);
        await again.StartAsync();
        await again.StopAsync();
    }

    [SkippableFact]
    public async Task A_server_that_crashes_while_a_load_is_under_way_is_told_and_the_same_process_goes_on_when_it_is_back()
    {
        await using FailureWorld world = await FailureWorld.StartAsync(
            await PostgreSqlFailureDatabase.CreateAsync(_cluster), configure: options => options.MaxConcurrentReports = 1);
        await world.LoadAndAskAgainADayLaterAsync();
        IReadOnlyList<string> before = await world.Database.DumpAsync();
        world.Worker.Sink.BeforeCommit = scope => scope.Dataset == Datasets.SpCampaign ? _cluster.StopAsync() : Task.CompletedTask;

        Func<Task> complete = () => world.Worker.CompleteAsync().WaitAsync(TimeSpan.FromMinutes(2));

        PpcAdsStorageException exception = (await complete.Should().ThrowAsync<PpcAdsStorageException>()).Which;
        exception.Message.Should().Match("PpcAds: \"complete reports\" was broken off. *the same call goes on from there.");
        exception.IsTransient.Should().BeTrue();

        world.Worker.Sink.BeforeCommit = _ => Task.CompletedTask;
        await _cluster.StartAsync();
        (await world.Database.DumpAsync()).Where(line => line.StartsWith("campaign|", StringComparison.Ordinal))
            .Should().Equal(before.Where(line => line.StartsWith("campaign|", StringComparison.Ordinal)));
        await world.Database.ExpireLeasesAsync();
        (await world.Worker.CompleteAsync()).Succeeded.Should().BeTrue();
        world.Simulator.Requests.Count("reports.create").Should().Be(6, "no report is asked for twice");
        await world.ShouldEqualTruthAsync();
    }

    [SkippableFact]
    public async Task A_server_that_is_back_within_a_moment_costs_the_run_nothing()
    {
        await using FailureWorld world = await FailureWorld.StartAsync(
            await PostgreSqlFailureDatabase.CreateAsync(_cluster), configure: options => options.MaxConcurrentReports = 1);
        await world.LoadAndAskAgainADayLaterAsync();
        bool restarted = false;
        world.Worker.Sink.BeforeCommit = async _ =>
        {
            if (!restarted)
            {
                restarted = true;
                await _cluster.StopAsync();
                await _cluster.StartAsync();
            }
        };

        (await world.Worker.CompleteAsync()).Succeeded.Should().BeTrue();

        world.Worker.Sink.Failures.Should().NotBeEmpty("the connection of the load was gone");
        await world.ShouldEqualTruthAsync();
    }

    private static IHost Host(string connectionString)
    {
        HostApplicationBuilder builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Services.AddScannedPpcAds().UsePostgreSql(connectionString);
        return builder.Build();
    }
}
