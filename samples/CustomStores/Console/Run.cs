using CustomStores;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.EntityFrameworkCore;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Simulator;

namespace CustomStores.Console;

/// <summary>One run from the simulator to the files. Killed and started again on the same folder, it goes on.</summary>
internal sealed class Run(string folder)
{
    private const string AccountName = "Simulator";

    private static readonly DateTimeOffset AsOf = new(2026, 3, 15, 12, 0, 0, TimeSpan.Zero);

    public async Task<int> ExecuteAsync()
    {
        Directory.CreateDirectory(folder);
        byte[] key = await TokenKey.GetAsync(Path.Combine(folder, "token.key"));
        await using AmazonAdsSimulator simulator = await AmazonAdsSimulator.StartAsync(new SimulatorOptions
        {
            Seed = 7,
            Profiles = 2,
            Campaigns = 4,
            AsOf = AsOf,
            ReportGenerationTime = TimeSpan.FromMilliseconds(200),
        });
        await using ServiceProvider services = Build(simulator, key);
        await services.GetRequiredService<PpcAdsDatabase>().EnsureReadyAsync();
        Account account = await ConnectAsync(services, simulator);

        // Its lines are where a test kills it.
        var progress = new ConsoleProgress();
        var orchestrator = services.GetRequiredService<IngestionOrchestrator>();
        List<StepResult> steps = [.. (await orchestrator.SyncAccountAsync(account.AccountId, progress)).Steps];
        steps.AddRange((await orchestrator.CompleteReportsAsync(account.AccountId, TimeSpan.FromMinutes(5), progress)).Steps);
        foreach (StepResult failed in steps.Where(step => step.Outcome == StepOutcome.Failed))
        {
            System.Console.WriteLine($"failed: {failed.Step} of {failed.ProfileId}: {failed.Reason}");
        }

        bool equal = await new Comparison(simulator, services.GetRequiredService<JsonLinesSink>(), account.AccountId).WriteAsync();
        return equal ? 0 : 1;
    }

    private ServiceProvider Build(AmazonAdsSimulator simulator, byte[] key)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new SimulatorTime(simulator.Clock));
        services.AddSingleton<ITokenStore>(new EncryptedFileTokenStore(Path.Combine(folder, "tokens"), key));
        services.AddSingleton(new JsonLinesFolder(Path.Combine(folder, "data")));
        services.AddPpcAds(options => Configure(options, simulator))
            .UseSqlite($"Data Source={Path.Combine(folder, "jobs.db")}")
            .UseSink<JsonLinesSink>();
        return services.BuildServiceProvider();
    }

    private static void Configure(PpcAdsOptions options, AmazonAdsSimulator simulator)
    {
        options.Client.Endpoints = new AmazonAdsEndpoints
        {
            NorthAmerica = simulator.GetEndpoint(SimulatorRegion.NA),
            Europe = simulator.GetEndpoint(SimulatorRegion.EU),
            FarEast = simulator.GetEndpoint(SimulatorRegion.FE),
            Token = simulator.TokenEndpoint,
        };
        options.Ingestion.BackfillDays = 40;
        options.Ingestion.Datasets = [.. Comparison.Datasets.Select(dataset => dataset.Id)];
        options.Ingestion.Entities = ["portfolios", "sp.campaigns", "sp.ad_groups", "sp.keywords"];

        // The simulator makes a report in a moment, and a killed run holds its lease no longer than this.
        options.Client.ReportPollMinDelay = TimeSpan.FromMilliseconds(200);
        options.Client.RetryBaseDelay = TimeSpan.FromMilliseconds(100);
        options.Ingestion.RetryBaseDelay = TimeSpan.FromMilliseconds(200);
        options.Ingestion.LeaseDuration = TimeSpan.FromSeconds(2);
    }

    private static async Task<Account> ConnectAsync(ServiceProvider services, AmazonAdsSimulator simulator)
    {
        var credentials = new LwaCredentials(simulator.ClientId, simulator.ClientSecret, simulator.RefreshToken);
        var manager = services.GetRequiredService<AccountManager>();
        IReadOnlyList<Account> accounts = await services.GetRequiredService<IAccountStore>().ListAsync();
        if (accounts.FirstOrDefault(account => account.Name == AccountName) is not { } known)
        {
            return await manager.ConnectAsync(AccountName, credentials);
        }

        if (await services.GetRequiredService<ITokenStore>().FindAsync(known.AccountId) is null)
        {
            // Killed between the account and its credentials.
            await manager.ReconnectAsync(known.AccountId, credentials);
        }

        return known;
    }
}
