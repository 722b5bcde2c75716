using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Throttling;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.StoreContracts;
using PpcAds.Sdk.Testing;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests;

/// <summary>The stores over the database of any provider, whose tables are there.</summary>
internal sealed class RelationalStoreUnderTest : StoreUnderTest
{
    private readonly ServiceProvider _services;
    private readonly Action<DbContextOptionsBuilder> _provider;
    private readonly byte[] _key;
    private readonly Action _delete;

    public RelationalStoreUnderTest(Action<DbContextOptionsBuilder> provider, Action? delete = null, byte[]? key = null)
    {
        (_provider, _delete, _key) = (provider, delete ?? (() => { }), key ?? RandomNumberGenerator.GetBytes(32));
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<ISecretProtector>(new AesGcmSecretProtector(_key));
        services.AddScannedPpcAds().UseEntityFrameworkCore(provider).StoreCredentialsInDatabase();
        _services = services.BuildServiceProvider();
    }

    public IServiceProvider Services => _services;

    public override IAccountStore Accounts => _services.GetRequiredService<IAccountStore>();

    public override ITokenStore Tokens => _services.GetRequiredService<ITokenStore>();

    public override IEtlSink Sink => _services.GetRequiredService<IEtlSink>();

    public override IReportJobStore Jobs => _services.GetRequiredService<IReportJobStore>();

    public override ILeaseStore Leases => _services.GetRequiredService<ILeaseStore>();

    public override ISyncLog Log => _services.GetRequiredService<ISyncLog>();

    public override IRateStore Rates => _services.GetRequiredService<IRateStore>();

    public override IRunStore Runs => _services.GetRequiredService<IRunStore>();

    public override IPpcAdsReader Reader => _services.GetRequiredService<IPpcAdsReader>();

    public override IFigureHistory History => _services.GetRequiredService<IFigureHistory>();

    public override IPerformanceTableReader Tables => _services.GetRequiredService<IPerformanceTableReader>();

    /// <summary>Makes the tables of a new database.</summary>
    public static async Task CreateTablesAsync(Action<DbContextOptionsBuilder> provider)
    {
        await using var store = new RelationalStoreUnderTest(provider);
        await store._services.GetRequiredService<RelationalPpcAdsDatabase>().EnsureReadyAsync();
    }

    public override StoreUnderTest Reopen() => new RelationalStoreUnderTest(_provider, key: _key);

    /// <summary>Leases go by the clock of the process.</summary>
    public override Task PassLeaseTimeAsync(TimeSpan time)
    {
        Time.Advance(time);
        return Task.CompletedTask;
    }

    public override async Task AnotherProcessKeepsAsync(LearnedRate rate) =>
        await ActivatorUtilities.CreateInstance<RelationalRateStore>(_services).SaveAsync([rate]);

    public override async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _delete();
    }
}
