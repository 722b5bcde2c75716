using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.EntityFrameworkCore.PostgreSql;
using PpcAds.Sdk.EntityFrameworkCore.Throttling;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.StoreContracts;
using PpcAds.Sdk.Testing;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.PostgreSql;

/// <summary>The stores over a PostgreSQL database of their own.</summary>
internal sealed class PostgreSqlStoreUnderTest : StoreUnderTest
{
    private readonly ServiceProvider _services;
    private readonly string _connectionString;
    private readonly byte[] _key;

    private PostgreSqlStoreUnderTest(string connectionString, byte[] key, IInterceptor? interceptor = null)
    {
        (_connectionString, _key) = (connectionString, key);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<ISecretProtector>(new AesGcmSecretProtector(key));
        services.AddScannedPpcAds().UsePostgreSql(Pooled(connectionString)).StoreCredentialsInDatabase();
        if (interceptor is not null)
        {
            services.ConfigureDbContext<PostgreSqlPpcAdsDbContext>(options => options.AddInterceptors(interceptor));
        }

        _services = services.BuildServiceProvider();
    }

    /// <summary>As applications have it, and in half the time; a test's connections do not outlive it for long.</summary>
    private static string Pooled(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Pooling = true, ConnectionIdleLifetime = 2, ConnectionPruningInterval = 1 }.ConnectionString;

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

    public static async Task<StoreUnderTest> StartAsync(PostgreSqlCluster cluster, IInterceptor? interceptor = null)
    {
        Skip.If(cluster.Missing is not null, cluster.Missing);
        var store = new PostgreSqlStoreUnderTest(
            await MigratedDatabases.CreateAsync(cluster), RandomNumberGenerator.GetBytes(32), interceptor);
        await store._services.GetRequiredService<PpcAdsDatabase>().EnsureReadyAsync();
        return store;
    }

    public override StoreUnderTest Reopen() => new PostgreSqlStoreUnderTest(_connectionString, _key);

    public override async Task PassLeaseTimeAsync(TimeSpan time)
    {
        foreach (string table in (string[])["ppc_report_jobs", "ppc_leases"])
        {
            await ExecuteAsync($"UPDATE {table} SET lease_until = lease_until - interval '{(int)time.TotalSeconds} seconds'");
        }
    }

    public override async Task AnotherProcessKeepsAsync(LearnedRate rate) =>
        await ActivatorUtilities.CreateInstance<EfRateStore>(_services).SaveAsync([rate]);

    public async Task<object?> ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // A test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Takes an advisory lock in a session of its own.</summary>
    /// <param name="key">The key, as SQL.</param>
    public Task<HeldLock> HoldAsync(string key) => HeldLock.TakeAsync(_connectionString, key);

    public string ConnectionStringOf(string user) => new NpgsqlConnectionStringBuilder(_connectionString) { Username = user }.ConnectionString;

    public override ValueTask DisposeAsync() => _services.DisposeAsync();
}
