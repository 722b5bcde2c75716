using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.EntityFrameworkCore.PostgreSql;
using PpcAds.Sdk.EntityFrameworkCore.Sqlite;

namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>The services of one process on the shared database.</summary>
internal static class InterleavedServices
{
    /// <summary>All processes have the same key, as those of one application do.</summary>
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    public static ServiceProvider ForPostgreSql(string connectionString) =>
        Build(builder => builder.UsePostgreSql(connectionString).StoreCredentialsInDatabase());

    public static ServiceProvider ForSqlite(string connectionString, IInterceptor? interceptor) => Build(builder =>
    {
        builder.UseSqlite(connectionString).StoreCredentialsInDatabase();
        if (interceptor is not null)
        {
            builder.Services.ConfigureDbContext<SqlitePpcAdsDbContext>(options => options.AddInterceptors(interceptor));
        }
    });

    private static ServiceProvider Build(Action<IPpcAdsBuilder> use)
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ISecretProtector>(new AesGcmSecretProtector(Key));
        use(services.AddPpcAds());
        return services.BuildServiceProvider();
    }
}
