using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.EntityFrameworkCore.Sqlite;
using PpcAds.Sdk.EntityFrameworkCore.Throttling;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.StoreContracts;
using PpcAds.Sdk.Testing;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Sqlite;

/// <summary>The stores over a SQLite file of their own.</summary>
internal sealed class SqliteStoreUnderTest : StoreUnderTest
{
    private readonly ServiceProvider _services;
    private readonly string _file;
    private readonly byte[] _key;

    private SqliteStoreUnderTest(string file, byte[] key, IInterceptor? interceptor = null)
    {
        (_file, _key) = (file, key);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<ISecretProtector>(new AesGcmSecretProtector(key));
        services.AddScannedPpcAds().UseSqlite($"Data Source={_file};Pooling=False").StoreCredentialsInDatabase();
        if (interceptor is not null)
        {
            services.ConfigureDbContext<SqlitePpcAdsDbContext>(options => options.AddInterceptors(interceptor));
        }

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

    public static async Task<SqliteStoreUnderTest> StartAsync(IInterceptor? interceptor = null)
    {
        var store = new SqliteStoreUnderTest(
            await MigratedDatabases.CreateFileAsync(), RandomNumberGenerator.GetBytes(32), interceptor);
        await store._services.GetRequiredService<PpcAdsDatabase>().EnsureReadyAsync();
        return store;
    }

    public override StoreUnderTest Reopen() => new SqliteStoreUnderTest(_file, _key);

    /// <summary>Leases go by the database's clock: they are moved back instead of waiting.</summary>
    public override async Task PassLeaseTimeAsync(TimeSpan time)
    {
        foreach (string table in (string[])["ppc_report_jobs", "ppc_leases"])
        {
            await ExecuteAsync($"UPDATE {table} SET lease_until = lease_until - {time.Ticks / TimeSpan.TicksPerMicrosecond}");
        }
    }

    public override async Task AnotherProcessKeepsAsync(LearnedRate rate) =>
        await ActivatorUtilities.CreateInstance<EfRateStore>(_services).SaveAsync([rate]);

    public async Task<object?> ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={_file};Pooling=False");
        await connection.OpenAsync();
        await using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // A test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        foreach (string file in new[] { _file, _file + "-wal", _file + "-shm" })
        {
            File.Delete(file);
        }
    }
}
