using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests;

/// <summary>The code of docs/other-databases.md.</summary>
internal static class OtherDatabasesSnippets
{
    public static void Use(IServiceCollection services, string connectionString)
    {
        // <use>
        services.AddPpcAds()
            .UseEntityFrameworkCore(options => options.UseSqlServer(connectionString, server => server.EnableRetryOnFailure()))
            .AddIngestionWorker();
        // </use>
    }

    public static void UseMigrations(IServiceCollection services, string connectionString)
    {
        // <migrations>
        services.AddPpcAds().UseEntityFrameworkCore(
            options => options.UseSqlServer(connectionString, server => server.MigrationsAssembly("Shop.Migrations")));
        // </migrations>
    }
}
