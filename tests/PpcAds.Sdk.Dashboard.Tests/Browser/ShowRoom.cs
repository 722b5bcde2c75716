using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Dashboard.Tests.Hosting;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Tests.Browser;

/// <summary>A service with accounts in every state, to be looked at.</summary>
internal sealed class ShowRoom : IAsyncDisposable
{
    private ShowRoom(DashboardHost host) => Host = host;

    public DashboardHost Host { get; }

    public required PageList Pages { get; init; }

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
                sdk.Ingestion.Datasets =
                [
                    "sp.campaign", "sp.ad_group", "sp.target", "sp.search_term", "sp.placement", "sp.advertised_product",
                    "sb.campaign", "sd.campaign",
                ];
                sdk.Ingestion.Entities =
                    ["sp.campaigns", "sp.ad_groups", "sp.keywords", "sp.targets", "sb.campaigns", "sd.campaigns"];
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
        var rows = new Dictionary<DatasetGrain, PerformanceRowId>();
        foreach ((DatasetGrain grain, _) in PageList.Tables)
        {
            rows[grain] = await FindRowAsync(host, grain, synced);
        }

        return new ShowRoom(host) { Pages = new PageList(synced.AccountId, added.AccountId, run, rows) };
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>The row of a table with most spend.</summary>
    private static async Task<PerformanceRowId> FindRowAsync(DashboardHost host, DatasetGrain grain, Account account)
    {
        DateOnly today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var selection = new PerformanceSelection(
            grain, [account.AccountId], "USD", new PerformancePeriod(today.AddDays(-28), today.AddDays(-1)));
        return (await host.Services.GetRequiredService<IPerformanceTableReader>()
            .ReadPageAsync(new PerformanceTableQuery(selection), new PageRequest(1))).Items.Single().Id;
    }
}
