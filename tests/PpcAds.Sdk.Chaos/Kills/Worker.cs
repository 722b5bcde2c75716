using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.PostgreSql;
using PpcAds.Sdk.EntityFrameworkCore.Sqlite;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Chaos.Kills;

/// <summary>One process that does its stage to the end, and says where it is before and after each write.</summary>
internal sealed class Worker(WorkerArguments arguments)
{
    /// <summary>Longer than anything but the hour that a suspect waits.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    public async Task<int> RunAsync()
    {
        var points = new KillPoints();
        using var statements = new StatementPoints(points);
        await using ServiceProvider provider = Build(points, statements);
        points.Pass("before migration");
        points.Within = "the migration";
        await provider.GetRequiredService<PpcAdsDatabase>().EnsureReadyAsync();
        points.Within = null;
        points.Pass("after migration");

        AccountId account = await ConnectAsync(provider);
        var orchestrator = provider.GetRequiredService<IngestionOrchestrator>();
        var results = new List<IngestionResult>();
        if (arguments.Stage == Stage.Sync)
        {
            do
            {
                results.Add(await orchestrator.SyncAccountAsync(account));
            }
            while (arguments.WaitsForTurn && results[^1].Steps.Any(step => step is { Step: "account", Outcome: StepOutcome.Skipped }));
        }
        else if (arguments.Stage == Stage.Restate && !await IsAskedByHandAsync(provider))
        {
            // Two processes may both find that nobody asked; the second job of the same days is none.
            results.Add(await orchestrator.RequestReportsAsync(
                account, new ProfileId(arguments.ProfileId), [Datasets.SpCampaign.Id], arguments.FirstDay, arguments.LastDay));
        }

        results.Add(await orchestrator.CompleteReportsAsync(account, LongestWait));

        // Those of the other profile are refused by Amazon, as they should be.
        StepResult[] failed = [.. results.SelectMany(result => result.Steps).Where(step => step.Outcome == StepOutcome.Failed && step.ProfileId?.Value == arguments.ProfileId)];
        foreach (StepResult step in failed)
        {
            await Console.Error.WriteLineAsync($"{step.Step}: {step.Reason} {step.Exception}");
        }

        return failed.Length == 0 ? 0 : 1;
    }

    private ServiceProvider Build(KillPoints points, StatementPoints statements)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new ShiftedTime(arguments.Shift));
        IPpcAdsBuilder builder = services.AddPpcAds(options =>
        {
            options.Client.Regions = [AmazonAdsRegion.NorthAmerica];
            options.Client.Endpoints = new AmazonAdsEndpoints { NorthAmerica = arguments.Amazon, Token = new Uri(arguments.Amazon, "auth/o2/token") };
            options.Client.ReportPollMinDelay = TimeSpan.FromMilliseconds(300);
            options.Client.RetryBaseDelay = TimeSpan.FromMilliseconds(100);
            options.Ingestion.UseSmallSync();
            options.Ingestion.BackfillDays = arguments.BackfillDays;
            options.Ingestion.MaxConcurrentReports = arguments.Reports;
            options.Ingestion.SpoolDirectory = arguments.SpoolFolder;
            options.Ingestion.MaxReportAttempts = 3;
            options.Ingestion.RetryBaseDelay = TimeSpan.FromMilliseconds(300);
            options.Ingestion.LeaseDuration = arguments.Lease;
        });
        if (arguments.Database == "sqlite")
        {
            builder.UseSqlite(arguments.Connection);
            services.ConfigureDbContext<SqlitePpcAdsDbContext>(options => options.AddInterceptors(statements));
        }
        else
        {
            builder.UsePostgreSql(arguments.Connection);
        }

        builder.StoreCredentialsInDatabase();
        SecretLog.Add(builder, arguments.ClientId, [arguments.ClientSecret, arguments.RefreshToken], Console.Error.WriteLine);
        Decorate<IReportJobStore>(services, inner => new AnnouncingJobStore(inner, points));
        Decorate<IEtlSink>(services, inner => new AnnouncingSink(inner, points));
        return services.BuildServiceProvider();
    }

    /// <summary>The one account, whichever process comes first, and its credentials.</summary>
    private async Task<AccountId> ConnectAsync(ServiceProvider provider)
    {
        var leases = provider.GetRequiredService<ILeaseStore>();
        Lease? turn;
        while ((turn = await leases.TryTakeAsync("chaos/connect", $"{Environment.ProcessId}", arguments.Lease)) is null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        var store = provider.GetRequiredService<IAccountStore>();
        IReadOnlyList<Account> known = await store.ListAsync();
        Account account = known.Count > 0 ? known[0] : await store.AddAsync("Chaos");
        var tokens = provider.GetRequiredService<ITokenStore>();
        if (await tokens.FindAsync(account.AccountId) is null)
        {
            await tokens.SaveAsync(account.AccountId, new LwaCredentials(arguments.ClientId, arguments.ClientSecret, arguments.RefreshToken));
        }

        await leases.ReleaseAsync(turn);
        return account.AccountId;
    }

    private async Task<bool> IsAskedByHandAsync(ServiceProvider provider)
    {
        await using AsyncServiceScope scope = provider.CreateAsyncScope();
        PpcAdsDbContext context = arguments.Database == "sqlite"
            ? scope.ServiceProvider.GetRequiredService<SqlitePpcAdsDbContext>()
            : scope.ServiceProvider.GetRequiredService<PostgreSqlPpcAdsDbContext>();
        return await context.ReportJobs.AnyAsync(job => job.Reason == PlanReason.Manual);
    }

    private static void Decorate<T>(ServiceCollection services, Func<T, T> decorate)
        where T : class
    {
        ServiceDescriptor inner = services.Last(descriptor => descriptor.ServiceType == typeof(T));
        services.Replace(ServiceDescriptor.Singleton(provider => decorate((T)ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!))));
    }
}
