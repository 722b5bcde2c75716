using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Ingestion.Queue;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Storage;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

/// <summary>A queued sync of all accounts, one of which another worker has.</summary>
public sealed class SyncAllRunTests
{
    /// <summary>How often a run's steps are stored.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_run_that_waits_for_a_busy_account_does_not_sync_the_others_again()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync(simulator => simulator.Profiles = 2, beat: Beat);
        AccountId busy = await ConnectSecondAsync(ingestion);
        Lease lease = (await ingestion.Storage.Leases.TryTakeAsync($"sync/account/{busy}", "another", TimeSpan.FromDays(3650)))!;
        QueuedRun run = (await ingestion.Runs.RequestAsync(new RunRequest()))!;
        RunExecutor executor = Executor(ingestion);

        await ingestion.Time.RunAsync(executor.RunAsync(run, CancellationToken.None));
        int lists = ingestion.Simulator.Requests.Count("sp.campaigns.list");
        await ingestion.Time.RunAsync(executor.RunAsync(run, CancellationToken.None));

        lists.Should().BePositive();
        ingestion.Simulator.Requests.Count("sp.campaigns.list").Should().Be(lists, "the account that was free is done");
        (await ingestion.Runs.FindAsync(run.RunId))!.SyncedAt.Should().BeNull();

        await ingestion.Storage.Leases.ReleaseAsync(lease);
        await ingestion.Time.RunAsync(executor.RunAsync(run, CancellationToken.None));

        ingestion.Simulator.Requests.Count("sp.campaigns.list").Should().Be(lists + 1, "the other account has one profile");
        QueuedRun synced = (await ingestion.Runs.FindAsync(run.RunId))!;
        synced.SyncedAt.Should().NotBeNull();
        synced.Steps.Select(step => step.AccountId).Distinct().Should().BeEquivalentTo([ingestion.Account, busy], "steps of all tries are kept");
    }

    private static async Task<AccountId> ConnectSecondAsync(Ingestion ingestion)
    {
        string token = ingestion.Simulator.Tokens.AddGrant([ingestion.Simulator.Truth.Profiles[1].ProfileId]).RefreshToken;
        var manager = new AccountManager(ingestion.Storage.Accounts, ingestion.Tokens);
        return (await manager.ConnectAsync("Second", new LwaCredentials(ingestion.Simulator.ClientId, ingestion.Simulator.ClientSecret, token))).AccountId;
    }

    private static RunExecutor Executor(Ingestion ingestion)
    {
        var options = new IngestionOptions { LeaseDuration = The.Lease };
        return new RunExecutor(
            ingestion.Storage.Runs,
            ingestion.Runs,
            new RunWork(ingestion.Orchestrator, ingestion.Storage.Reader, options),
            ingestion.Storage.Jobs,
            ingestion.Storage.Leases,
            options,
            new StorageErrors(new StorageFaults()),
            ingestion.Time,
            NullLogger.Instance);
    }
}
