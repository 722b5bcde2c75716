using FluentAssertions;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Simulator;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

/// <summary>1,000 accounts, of which 50 are dead and 20 have a profile that the grant has no access to.</summary>
public sealed class ThousandAccountsTests
{
    private const int Accounts = 1000;
    private const int Dead = 50;
    private const int Partial = 20;

    [Fact]
    public async Task The_dead_cost_one_call_the_others_complete_and_each_is_listed_with_its_reason()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync(
            simulator => (simulator.Profiles, simulator.Campaigns) = (Accounts + Partial, 1),
            options =>
            {
                options.Datasets = ["sp.campaign"];
                options.BackfillDays = 2;
                (options.MaxConcurrentAccounts, options.MaxConcurrentReports) = (8, 8);
            });
        await ingestion.Storage.Accounts.SetStatusAsync(ingestion.Account, AccountStatus.Paused);
        List<Connected> all = await ConnectAsync(ingestion);
        List<Connected> dead = all[..Dead];
        List<Connected> partial = all[Dead..(Dead + Partial)];

        IngestionResult synced = await ingestion.Time.RunAsync(ingestion.Orchestrator.SyncAllAccountsAsync());
        IngestionResult loaded = await ingestion.CompleteAsync();

        List<StepResult> steps = [.. synced.Steps, .. loaded.Steps];
        dead.Select(account => account.Grant.Calls).Should().OnlyContain(calls => calls <= 1);
        partial.Select(account => account.Grant.CallsFor(account.Refused!.Value)).Should().OnlyContain(calls => calls == 1);

        var failed = steps.Where(step => step.Outcome == StepOutcome.Failed).ToList();
        failed.Should().HaveCount(Dead + Partial);
        foreach (Connected account in dead)
        {
            failed.Should().ContainSingle(step => step.AccountId == account.Id).Which.Reason.Should().Contain("consent again");
        }

        foreach (Connected account in partial)
        {
            StepResult step = failed.Should().ContainSingle(step => step.AccountId == account.Id).Which;
            step.ProfileId.Should().Be(new ProfileId(account.Refused!.Value));
            step.Reason.Should().Contain("no access to this profile");
        }

        steps.Where(step => step.Step == "report sp.campaign" && step.Outcome == StepOutcome.Done).Select(step => step.AccountId)
            .Should().BeEquivalentTo(all[Dead..].Select(account => account.Id));
        (await ingestion.Storage.Jobs.ListOpenAsync()).Should().BeEmpty();

        await TheNextRunCallsNoneOfTheDead(ingestion, dead, all[Dead..]);
    }

    private static async Task TheNextRunCallsNoneOfTheDead(Ingestion ingestion, List<Connected> dead, List<Connected> others)
    {
        foreach (Connected account in others)
        {
            await ingestion.Storage.Accounts.SetStatusAsync(account.Id, AccountStatus.Paused);
        }

        ingestion.StartProcess();
        ingestion.Simulator.Requests.Clear();

        IngestionResult next = await ingestion.Time.RunAsync(ingestion.Orchestrator.SyncAllAccountsAsync());

        ingestion.Simulator.Requests.Entries.Should().BeEmpty();
        next.Steps.Where(step => step.Reason!.Contains("consent", StringComparison.Ordinal)).Select(step => step.AccountId)
            .Should().BeEquivalentTo(dead.Select(account => account.Id));
    }

    private static async Task<List<Connected>> ConnectAsync(Ingestion ingestion)
    {
        AmazonAdsSimulator amazon = ingestion.Simulator;
        var manager = new AccountManager(ingestion.Storage.Accounts, ingestion.Tokens);
        long[] profiles = [.. amazon.Truth.Profiles.Select(profile => profile.ProfileId)];
        var connected = new List<Connected>();
        for (int number = 0; number < Accounts; number++)
        {
            long? refused = number is >= Dead and < Dead + Partial ? profiles[Accounts + number - Dead] : null;
            SimulatorGrant grant = amazon.Tokens.AddGrant(refused is { } second ? [profiles[number], second] : [profiles[number]]);
            if (number < Dead)
            {
                grant.Revoke();
            }

            if (refused is { } denied)
            {
                grant.Deny(denied, number % 2 == 0 ? 401 : 403);
            }

            Account account = await manager.ConnectAsync(
                $"Account {number}", new LwaCredentials(amazon.ClientId, amazon.ClientSecret, grant.RefreshToken));
            connected.Add(new Connected(account.AccountId, grant, refused));
        }

        return connected;
    }

    private sealed record Connected(AccountId Id, SimulatorGrant Grant, long? Refused);
}
