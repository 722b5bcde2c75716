using Microsoft.Extensions.Diagnostics.HealthChecks;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore.Health;

namespace PpcAds.Sdk.AspNetCore.Tests.Health;

/// <summary>What the check of grants says of consents that end.</summary>
public sealed class ConsentHealthTests
{
    private static readonly DateTimeOffset Consented = new(2026, 8, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2027, 8, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, 15, HealthStatus.Healthy)]
    [InlineData(null, 14, HealthStatus.Degraded)]
    [InlineData(30, 31, HealthStatus.Healthy)]
    [InlineData(30, 30, HealthStatus.Degraded)]
    [InlineData(0, 1, HealthStatus.Healthy)]
    [InlineData(0, 0, HealthStatus.Degraded)]
    public async Task A_consent_that_ends_soon_degrades_and_names_the_account_and_the_day(int? option, int daysLeft, HealthStatus status)
    {
        await using HealthWorld world = await HealthWorld.StartAsync(options => options.ConsentWarningDays = option ?? options.ConsentWarningDays);
        AccountId account = await ConnectAsync(world, Consented);
        await world.ConnectAsync();
        AdvanceTo(world, End.AddDays(-daysLeft));

        HealthReportEntry grants = await world.CheckAsync(PpcAdsHealthChecks.Grants);

        grants.Status.Should().Be(status);
        string[] named = status == HealthStatus.Degraded ? [account.ToString()] : [];
        grants.Data[daysLeft == 0 ? "accounts_consent_ended" : "accounts_consent_ending"].Should().BeEquivalentTo(named);
        if (named.Length > 0)
        {
            grants.Description.Should().Contain($"{account} (2027-08-01)").And.NotContain("refuses");
        }
    }

    [Fact]
    public async Task Consents_that_ended_and_grants_that_were_revoked_degrade_alike_and_are_told_apart()
    {
        await using HealthWorld world = await HealthWorld.StartAsync();
        AccountId ended = await ConnectAsync(world, Consented);
        AccountId revoked = await ConnectAsync(world, Consented.AddDays(100));
        AccountId unknown = await world.ConnectAsync();
        AdvanceTo(world, End.AddHours(1));
        world.Amazon.Tokens.Revoke();
        foreach (AccountId account in (AccountId[])[ended, revoked, unknown])
        {
            await world.Time.RunAsync(world.Orchestrator.SyncAccountAsync(account));
        }

        HealthReportEntry grants = await world.CheckAsync(PpcAdsHealthChecks.Grants);

        grants.Status.Should().Be(HealthStatus.Degraded);
        grants.Data["accounts_consent_ended"].Should().BeEquivalentTo(new[] { ended.ToString() });
        grants.Data["accounts_needing_consent"].Should().BeEquivalentTo(new[] { ended.ToString(), revoked.ToString(), unknown.ToString() });
        grants.Description.Should().Be(
            $"Consent has ended, connect the account again: {ended} (2027-08-01). "
            + $"Amazon refuses the grant, or there is none; the advertiser must consent again: {revoked}, {unknown}.");
    }

    [Fact]
    public async Task Paused_and_closed_accounts_are_not_warned_of()
    {
        await using HealthWorld world = await HealthWorld.StartAsync();
        await world.Storage.Accounts.SetStatusAsync(await ConnectAsync(world, Consented), AccountStatus.Paused);
        await world.Storage.Accounts.SetStatusAsync(await ConnectAsync(world, Consented), AccountStatus.Closed);
        AdvanceTo(world, End.AddDays(-1));

        (await world.CheckAsync(PpcAdsHealthChecks.Grants)).Status.Should().Be(HealthStatus.Healthy);
    }

    [Fact]
    public async Task The_description_names_ten_accounts_and_the_data_all()
    {
        await using HealthWorld world = await HealthWorld.StartAsync();
        for (int i = 0; i < 12; i++)
        {
            await ConnectAsync(world, Consented);
        }

        AdvanceTo(world, End.AddDays(-1));

        HealthReportEntry grants = await world.CheckAsync(PpcAdsHealthChecks.Grants);

        grants.Description.Should().EndWith("and 2 more.");
        grants.Data["accounts_consent_ending"].Should().BeAssignableTo<string[]>().Which.Should().HaveCount(12);
    }

    private static async Task<AccountId> ConnectAsync(HealthWorld world, DateTimeOffset consentedAt)
    {
        AccountId account = await world.ConnectAsync();
        await world.Storage.Accounts.SetConsentAsync(account, consentedAt);
        return account;
    }

    private static void AdvanceTo(HealthWorld world, DateTimeOffset instant) => world.Time.Advance(instant - world.Time.GetUtcNow());
}
