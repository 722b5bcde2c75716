using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.EntityFrameworkCore;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Chaos;

/// <summary>One process that syncs to the end, and says where it is before and after each write.</summary>
internal static class Worker
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        (string database, string connection, string amazon, string clientId, string clientSecret, string refreshToken) =
            (arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5]);
        using var points = new KillPoints();
        var services = new ServiceCollection();
        IPpcAdsBuilder builder = services.AddPpcAds(options =>
        {
            options.Client.Regions = [AmazonAdsRegion.NorthAmerica];
            options.Client.Endpoints = new AmazonAdsEndpoints { NorthAmerica = new Uri(amazon), Token = new Uri(new Uri(amazon), "auth/o2/token") };
            options.Client.ReportPollMinDelay = TimeSpan.FromMilliseconds(300);
            options.Client.RetryBaseDelay = TimeSpan.FromMilliseconds(100);
            options.Ingestion.BackfillDays = 20;
            options.Ingestion.RetryBaseDelay = TimeSpan.FromMilliseconds(300);
            options.Ingestion.LeaseDuration = TimeSpan.FromSeconds(2);
        });
        _ = database == "sqlite" ? builder.UseSqlite(connection) : builder.UsePostgreSql(connection);
        Decorate<IReportJobStore>(services, inner => new AnnouncingJobStore(inner, points));
        Decorate<IEtlSink>(services, inner => new AnnouncingSink(inner, points));
        await using ServiceProvider provider = services.BuildServiceProvider();

        await points.PassAsync("before migration");
        await provider.GetRequiredService<PpcAdsDatabase>().EnsureReadyAsync();
        await points.PassAsync("after migration");
        AccountId account = await ConnectAsync(provider, new LwaCredentials(clientId, clientSecret, refreshToken));
        var orchestrator = provider.GetRequiredService<IngestionOrchestrator>();
        IngestionResult sync = await orchestrator.SyncAccountAsync(account);
        IngestionResult reports = await orchestrator.CompleteReportsAsync(account);
        foreach (StepResult step in sync.Steps.Concat(reports.Steps).Where(step => step.Outcome == StepOutcome.Failed))
        {
            await Console.Error.WriteLineAsync($"{step.Step}: {step.Reason}");
        }

        return sync.Succeeded && reports.Succeeded ? 0 : 1;
    }

    /// <summary>The one account; its credentials stay in memory.</summary>
    private static async Task<AccountId> ConnectAsync(ServiceProvider provider, LwaCredentials credentials)
    {
        var store = provider.GetRequiredService<IAccountStore>();
        IReadOnlyList<Account> known = await store.ListAsync();
        Account account = known.Count > 0 ? known[0] : await store.AddAsync("Chaos");
        await provider.GetRequiredService<ITokenStore>().SaveAsync(account.AccountId, credentials);
        return account.AccountId;
    }

    private static void Decorate<T>(ServiceCollection services, Func<T, T> decorate)
        where T : class
    {
        ServiceDescriptor inner = services.Last(descriptor => descriptor.ServiceType == typeof(T));
        services.Replace(ServiceDescriptor.Singleton(provider => decorate((T)ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!))));
    }
}
