using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Dashboard.Tests.Hosting;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Dashboard.Tests.Pages;

/// <summary>Each state says what is the matter, in the words that were agreed.</summary>
public sealed class StateTests
{
    [Fact]
    public async Task A_database_that_does_not_answer()
    {
        var store = new BrokenAccountStore();
        await using DashboardHost host = await DashboardHost.StartAsync(
            new DashboardSetup { Replacements = services => services.AddSingleton<IAccountStore>(store) });
        using var visitor = new Visitor(host);

        await visitor.GetAsync("/ads/accounts?status=paused");

        visitor.Page.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        visitor.Page.Text.Should()
            .Contain("The database does not answer. Nothing is lost: the sync goes on where it stopped.").And.Contain("Trace ");
        visitor.Page.Text.Should().NotContain("secret-host", "no message of an exception is shown");
        visitor.Page.Link("Try again").GetAttribute("href").Should().Be("/ads/accounts?status=paused");
    }

    [Fact]
    public async Task No_worker()
    {
        var time = new FakeTimeProvider(The.Start);
        await using DashboardHost host = await DashboardHost.StartAsync(
            new DashboardSetup { Services = services => services.AddSingleton<TimeProvider>(time) });
        await host.AddAccountAsync();
        using var visitor = new Visitor(host);
        await visitor.GetAsync("/ads/accounts");
        await visitor.PressAsync("Sync now");
        visitor.Page.Text.Should().NotContain("No worker");
        time.Advance(TimeSpan.FromMinutes(5));

        foreach (string address in new[] { visitor.Page.Address.AbsolutePath, "/ads/runs", "/ads" })
        {
            (await visitor.GetAsync(address)).Text.Should()
                .Contain("No worker has looked in yet. Runs wait until one starts.", address);
        }
    }

    [Fact]
    public async Task A_first_sync_that_runs()
    {
        await using DashboardHost host = await DashboardHost.StartAsync();
        Account account = await host.AddAccountAsync();
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        QueuedRun run = (await host.Storage.Runs.EnqueueAsync(new RunRequest { AccountId = account.AccountId }, now))!;
        await host.Storage.Runs.SaveAsync(run with { State = QueuedRunState.Running, StartedAt = now.AddMinutes(-1) });
        await host.Storage.Jobs.AddAsync(
            [.. Enumerable.Range(0, 3).Select(i => Planned(account, new DateOnly(2026, 11, 1 + i)))], now);
        using var visitor = new Visitor(host);

        await visitor.GetAsync("/ads");

        visitor.Page.Text.Should()
            .Contain("The first sync is running: 0 of 3 reports. Figures appear as they arrive, newest days first.");
        visitor.Page.Link("Watch it").GetAttribute("href").Should().Be($"/ads/runs/{run.RunId}");
    }

    [Fact]
    public async Task An_unknown_parameter_is_named()
    {
        await using DashboardHost host = await DashboardHost.StartAsync();
        using var visitor = new Visitor(host);

        await visitor.GetAsync("/ads?acount=1&period=28d");

        visitor.Page.Status.Should().Be(HttpStatusCode.BadRequest);
        visitor.Page.Document.QuerySelector("code")!.TextContent.Should().Be("acount");
        (await visitor.GetAsync("/ads?from=2026-13-01&to=2026-12-01")).Status.Should().Be(HttpStatusCode.BadRequest);
        (await visitor.GetAsync("/ads?period=forever")).Text.Should().Contain("7d, 28d, 90d or month");
    }

    [Fact]
    public async Task Accounts_that_need_someone_stand_first_and_say_what_to_do()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2027, 8, 1, 12, 0, 0, TimeSpan.Zero));
        await using DashboardHost host = await DashboardHost.StartAsync(
            new DashboardSetup { Services = services => services.AddSingleton<TimeProvider>(time) });
        await host.AddAccountAsync("Active Co");
        Account ending = await host.AddAccountAsync("Ending Co");
        await host.Storage.Accounts.SetConsentAsync(ending.AccountId, time.GetUtcNow().AddDays(-356));
        await host.AddAccountAsync("New Co", isConnected: false);
        using var visitor = new Visitor(host);

        await visitor.GetAsync("/ads/accounts");
        visitor.Page.Document.QuerySelectorAll("tr.grp strong").Select(name => name.TextContent)
            .Should().Equal("New Co", "Active Co", "Ending Co");
        visitor.Page.Text.Should().Contain("Not connected yet").And.Contain(", in 9 days");

        await visitor.GetAsync("/ads");
        visitor.Page.Document.QuerySelector("#attention")!.TextContent.Should()
            .Contain("Ending Co: consent ends in 9 days").And.Contain("New Co is not connected yet");
        await visitor.GetAsync("/ads/accounts?q=nothing");
        visitor.Page.Text.Should().Contain("No account matches. 3 do without these filters. Clear filters");
    }

    private static PlannedReport Planned(Account account, DateOnly day) => new()
    {
        AccountId = account.AccountId,
        ProfileId = new ProfileId(1001),
        Dataset = "sp.campaign",
        StartDate = day,
        EndDate = day,
        Reason = default,
    };
}
