using Microsoft.EntityFrameworkCore;
using Npgsql;
using PpcAds.Sdk;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.PostgreSql;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Stores Amazon Ads data in PostgreSQL.</summary>
public static class PpcAdsPostgreSqlBuilderExtensions
{
    /// <summary>The SDK's own tables in a PostgreSQL database, made when the host starts.</summary>
    /// <param name="builder">The SDK's registration.</param>
    /// <param name="connectionString">
    /// Such as <c>Host=localhost;Database=ads;Username=ads</c>. Its search path decides the schema.
    /// </param>
    /// <param name="migrateOnStartup">Whether the tables are made, and brought up to date, when the host starts.</param>
    public static IPpcAdsBuilder UsePostgreSql(this IPpcAdsBuilder builder, string connectionString, bool migrateOnStartup = true)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        builder.Services.AddDbContext<PostgreSqlPpcAdsDbContext>(options =>
        {
            PpcAdsStorage.LogStatementsAtDebug(options);
            options.UseNpgsql(connectionString, npgsql => npgsql.MigrationsHistoryTable("ppc_migrations_history"));
        });
        return PpcAdsStorage.Add<PostgreSqlPpcAdsDbContext>(
            builder, new PostgreSqlDialect(), new PpcAdsStorageOptions(migrateOnStartup));
    }

    /// <summary>
    /// The SDK's own tables in the PostgreSQL database of a data source, such as one that renews its password by token.
    /// </summary>
    /// <param name="builder">The SDK's registration.</param>
    /// <param name="dataSource">
    /// The data source; the caller disposes it after the host has stopped. Its search path decides the schema.
    /// </param>
    /// <param name="migrateOnStartup">Whether the tables are made, and brought up to date, when the host starts.</param>
    public static IPpcAdsBuilder UsePostgreSql(
        this IPpcAdsBuilder builder, NpgsqlDataSource dataSource, bool migrateOnStartup = true)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(dataSource);
        builder.Services.AddDbContext<PostgreSqlPpcAdsDbContext>(options =>
        {
            PpcAdsStorage.LogStatementsAtDebug(options);
            options.UseNpgsql(dataSource, npgsql => npgsql.MigrationsHistoryTable("ppc_migrations_history"));
        });
        return PpcAdsStorage.Add<PostgreSqlPpcAdsDbContext>(
            builder, new PostgreSqlDialect(), new PpcAdsStorageOptions(migrateOnStartup));
    }

    /// <summary>
    /// The tables in a context of the application's own, whose model calls <c>AddPpcAds()</c> and whose migrations own them. When
    /// the host starts, missing tables and columns are reported. A retrying execution strategy of the context is fine.
    /// </summary>
    /// <typeparam name="TContext">The context, registered with <c>AddDbContext</c> or <c>AddDbContextFactory</c>.</typeparam>
    /// <param name="builder">The SDK's registration.</param>
    public static IPpcAdsBuilder UsePostgreSql<TContext>(this IPpcAdsBuilder builder)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        return PpcAdsStorage.Add<TContext>(builder, new PostgreSqlDialect(), new PpcAdsStorageOptions(MigrateOnStartup: false));
    }
}
