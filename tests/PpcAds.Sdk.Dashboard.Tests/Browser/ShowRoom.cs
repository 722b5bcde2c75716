using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Dashboard.Tests.Hosting;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Dashboard.Tests.Browser;

/// <summary>A service with accounts in every state, to be looked at.</summary>
internal sealed class ShowRoom : IAsyncDisposable
{
    private ShowRoom(DashboardHost host) => Host = host;

    public DashboardHost Host { get; }

    public required Account Synced { get; init; }

    public required Account New { get; init; }

    public required long Run { get; init; }

    public static async Task<ShowRoom> OpenAsync()
    {
        DashboardHost host = await DashboardHost.StartAsync(new DashboardSetup
        {
            HasWorker = true,
            Amazon = amazon =>
            {
                amazon.Campaigns = 24;
                amazon.BrandCampaigns = 4;
                amazon.DisplayCampaigns = 4;
            },
            Sdk = sdk =>
            {
                sdk.Ingestion.Datasets = ["sp.campaign", "sb.campaign", "sd.campaign"];
                sdk.Ingestion.Entities = ["sp.campaigns", "sp.ad_groups", "sp.keywords", "sb.campaigns", "sd.campaigns"];
                sdk.Ingestion.BackfillDays = 58;
            },
        });
        Account synced = await host.AddAccountAsync("Example Outfitters");
        Account revoked = await host.AddAccountAsync("Demo Garden Co");
        Account paused = await host.AddAccountAsync("Test Store");
        IngestionRuns runs = host.Services.GetRequiredService<IngestionRuns>();
        long run = (await runs.RequestAsync(new RunRequest { AccountId = synced.AccountId }))!.RunId;
        long other = (await runs.RequestAsync(new RunRequest { AccountId = revoked.AccountId }))!.RunId;
        await host.CompleteAsync(run);
        await host.CompleteAsync(other);
        await host.Storage.Accounts.SetStatusAsync(paused.AccountId, AccountStatus.Paused);
        await host.Services.GetRequiredService<ITokenStore>().RemoveAsync(revoked.AccountId);
        await host.Storage.Accounts.SetStatusAsync(revoked.AccountId, AccountStatus.NeedsConsent);
        await host.Storage.Accounts.SetConsentAsync(synced.AccountId, TimeProvider.System.GetUtcNow().AddDays(-10));
        await host.Storage.Accounts.UpdateAsync(synced.AccountId, null, "growth@example-outfitters.example");
        Account added = await host.AddAccountAsync("Sample Pet Supply", isConnected: false);
        return new ShowRoom(host) { Synced = synced, New = added, Run = run };
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
