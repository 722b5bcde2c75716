using FluentAssertions;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Leases;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

/// <summary>Several processes on one store: one at a time syncs an account.</summary>
public sealed class TurnTests
{
    [Fact]
    public async Task An_account_that_a_living_worker_syncs_is_left_to_it()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync();
        string turn = $"sync/account/{ingestion.Account}";
        Lease lease = (await ingestion.Storage.Leases.TryTakeAsync(turn, "another", TimeSpan.FromDays(365)))!;

        IngestionResult result = await ingestion.SyncAsync();

        result.Steps.Should().ContainSingle().Which.Should().Match<StepResult>(step => step.Outcome == StepOutcome.Skipped && step.Reason!.Contains("Another worker"));
        ingestion.Simulator.Requests.Entries.Should().BeEmpty();
        await ingestion.Storage.Leases.ReleaseAsync(lease);
        (await ingestion.SyncAsync()).Succeeded.Should().BeTrue();
    }

    [Fact]
    public async Task An_account_of_a_dead_worker_is_synced_once_its_lease_ran_out()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync();
        await ingestion.Storage.Leases.TryTakeAsync($"sync/account/{ingestion.Account}", "dead", TimeSpan.FromSeconds(20));

        IngestionResult result = await ingestion.Time.RunAsync(ingestion.Orchestrator.SyncAllAccountsAsync());

        result.Succeeded.Should().BeTrue();
        result.Steps.Should().Contain(step => step.Step == "sp.campaigns" && step.Outcome == StepOutcome.Done);
    }

    [Fact]
    public async Task A_turn_is_given_back_whatever_happens_in_it()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await ingestion.Orchestrator.Invoking(orchestrator => orchestrator.SyncAccountAsync(ingestion.Account, null, stop.Token))
            .Should().ThrowAsync<OperationCanceledException>();

        (await ingestion.Storage.Leases.TryTakeAsync($"sync/account/{ingestion.Account}", "next", TimeSpan.FromSeconds(1))).Should().NotBeNull();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_grant_that_is_revoked_while_reports_are_made_costs_no_call_for_each_of_them(int workers)
    {
        await using Ingestion ingestion = await Ingestion.StartAsync(null, options => options.MaxConcurrentReports = workers);
        await ingestion.SyncAsync();
        int open = (await ingestion.Storage.Jobs.ListOpenAsync()).Count;
        open.Should().BeGreaterThan(1);
        ingestion.Simulator.Tokens.Revoke();
        ingestion.StartProcess();
        ingestion.Simulator.Requests.Clear();

        IngestionResult result = await ingestion.CompleteAsync();

        ingestion.Simulator.Requests.Count("lwa.token").Should().Be(1);
        result.Steps.Should().HaveCount(open).And.OnlyContain(step => step.Outcome == StepOutcome.Failed);
        (await ingestion.Storage.Accounts.FindAsync(ingestion.Account))!.Status.Should().Be(AccountStatus.NeedsConsent);
        (await ingestion.Storage.Jobs.ListOpenAsync()).Should().BeEmpty();
    }
}
