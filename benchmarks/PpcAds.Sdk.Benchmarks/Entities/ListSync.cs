using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Benchmarks.Syncing;
using PpcAds.Sdk.EntityFrameworkCore;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Benchmarks.Entities;

/// <summary>A host that syncs the lists of one account: everything through public API, over HTTP.</summary>
internal sealed class ListSync : IAsyncDisposable
{
    // The server sets no limit, and the time of a page is to be its own.
    private const double CallsPerSecond = 10_000;

    private readonly ServiceProvider _services;
    private readonly LwaCredentials _credentials;
    private AccountId? _account;

    public ListSync(SimulatorAddress lists, ListedAccount account, Action<IPpcAdsBuilder> use)
    {
        _credentials = new LwaCredentials(lists.ClientId, lists.ClientSecret, lists.RefreshToken);
        var services = new ServiceCollection();
        use(services.AddPpcAds(options =>
        {
            options.Client.Endpoints.NorthAmerica = ListServer.HostOf(lists, account);
            options.Client.Endpoints.Token = lists.Token;
            options.Client.Regions = [AmazonAdsRegion.NorthAmerica];
            options.Client.Throttling.Lists.InitialRate = CallsPerSecond;
            options.Client.Throttling.Lists.MaxRate = CallsPerSecond;
            options.Ingestion.Entities = ["sp.campaigns", "sp.ad_groups", "sp.keywords", "sp.targets"];
            options.Ingestion.Datasets = [];
        }));
        ServiceDescriptor sink = services.Last(service => service.ServiceType == typeof(IEtlSink));
        services.AddSingleton(provider =>
            new PageClock((IEtlSink)ActivatorUtilities.CreateInstance(provider, sink.ImplementationType!)));
        services.AddSingleton<IEtlSink>(provider => provider.GetRequiredService<PageClock>());
        _services = services.BuildServiceProvider();
    }

    public PageClock Pages => _services.GetRequiredService<PageClock>();

    /// <summary>Connects the account.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await _services.GetRequiredService<PpcAdsDatabase>().EnsureReadyAsync(cancellationToken);
        var accounts = _services.GetRequiredService<AccountManager>();
        _account = (await accounts.ConnectAsync("Lists", _credentials, cancellationToken: cancellationToken)).AccountId;
    }

    /// <summary>Syncs it.</summary>
    /// <returns>What the lists of its profile did.</returns>
    /// <exception cref="InvalidOperationException">A step failed.</exception>
    public async Task<LoadResult> RunAsync(CancellationToken cancellationToken)
    {
        var orchestrator = _services.GetRequiredService<IngestionOrchestrator>();
        IngestionResult result = await orchestrator.SyncAccountAsync(_account!.Value, null, cancellationToken);
        StepResult? other = result.Steps.FirstOrDefault(step => step.Outcome != StepOutcome.Done);
        return other is null
            ? result.Steps.Where(step => step is { ProfileId: not null, Load: not null })
                .Aggregate(new LoadResult(), (sum, step) => sum + step.Load!)
            : throw new InvalidOperationException($"{other.Step}: {other.Outcome}, {other.Reason}");
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
