using System.Data.Common;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace PpcAds.Sdk.Benchmarks.Reads;

/// <summary>A database with the same rows twice: as the SDK stores them, and as wide rows under the same name.</summary>
internal abstract class ReadsDatabase : IAsyncDisposable
{
    /// <summary>The word by which the cookbook marks queries for this database alone.</summary>
    public abstract string Name { get; }

    public abstract ReadsSql Sql { get; }

    /// <summary>Connects to the SDK's rows or to the wide ones: queries are the same for both.</summary>
    public abstract Task<DbConnection> OpenAsync(bool isWide, CancellationToken cancellationToken);

    /// <summary>Uses the SDK's rows.</summary>
    public abstract void Use(IPpcAdsBuilder builder);

    /// <summary>Makes the tables, the rows and the statistics.</summary>
    public abstract Task FillAsync(ReadsWorld world, CancellationToken cancellationToken);

    /// <summary>Bytes of the rows.</summary>
    public abstract Task<long> CountBytesAsync(bool isWide, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();

    protected static async Task RunAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 1800;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The statements that make the SDK's views, but the one whose place the wide table takes.</summary>
    protected static IEnumerable<string> ViewsOf(MigrationBuilder migration) =>
        migration.Operations.OfType<SqlOperation>().Select(operation => operation.Sql)
            .Where(sql => sql.StartsWith("CREATE VIEW", StringComparison.Ordinal)
                && !sql.StartsWith("CREATE VIEW performance_records", StringComparison.Ordinal));
}
