using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sqlite;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Stores Amazon Ads data in SQLite.</summary>
public static class PpcAdsSqliteBuilderExtensions
{
    /// <summary>The SDK's own tables in a SQLite file, made when the host starts.</summary>
    /// <param name="builder">The SDK's registration.</param>
    /// <param name="connectionString">
    /// Such as <c>Data Source=ppcads.db</c>. The file must be on a disk of this machine. Connections are not pooled unless it
    /// says <c>Pooling=True</c>.
    /// </param>
    /// <param name="migrateOnStartup">Whether the tables are made, and brought up to date, when the host starts.</param>
    public static IPpcAdsBuilder UseSqlite(this IPpcAdsBuilder builder, string connectionString, bool migrateOnStartup = true)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        SqliteConnectionStringBuilder file = WithoutPool(connectionString);
        builder.Services.AddDbContext<SqlitePpcAdsDbContext>(options =>
        {
            PpcAdsStorage.LogStatementsAtDebug(options);
            options.UseSqlite(file.ConnectionString, sqlite => sqlite.MigrationsHistoryTable("ppc_migrations_history"));
        });
        SqliteReaders? readers = file.Pooling ? null : new SqliteReaders(file.ConnectionString);
        return PpcAdsStorage.Add<SqlitePpcAdsDbContext>(
            builder, new SqliteDialect(readers), new PpcAdsStorageOptions(migrateOnStartup));
    }

    /// <summary>
    /// The tables in a context of the application's own, whose model calls <c>AddPpcAds()</c> and whose migrations own them. When
    /// the host starts, missing tables and columns are reported.
    /// </summary>
    /// <typeparam name="TContext">The context, registered with <c>AddDbContext</c> or <c>AddDbContextFactory</c>.</typeparam>
    /// <param name="builder">The SDK's registration.</param>
    public static IPpcAdsBuilder UseSqlite<TContext>(this IPpcAdsBuilder builder)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        return PpcAdsStorage.Add<TContext>(builder, new SqliteDialect(), new PpcAdsStorageOptions(MigrateOnStartup: false));
    }

    /// <summary>
    /// The pool of Microsoft.Data.Sqlite 10 may give one connection to two owners at the same time, and refuses one whose
    /// statements the garbage collector has not finalized yet (dotnet/efcore issues 39008 and 36591). To open a file costs a
    /// millisecond: pages are read over connections of <see cref="SqliteReaders"/>. A database in memory lives as long as a
    /// connection does: the pool keeps it.
    /// </summary>
    private static SqliteConnectionStringBuilder WithoutPool(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        bool isInMemory = builder.Mode == SqliteOpenMode.Memory || builder.DataSource == ":memory:";
        if (!isInMemory && !builder.ShouldSerialize("Pooling"))
        {
            builder.Pooling = false;
        }

        return builder;
    }
}
