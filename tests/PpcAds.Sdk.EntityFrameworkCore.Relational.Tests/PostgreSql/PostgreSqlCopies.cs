using System.Runtime.CompilerServices;
using Npgsql;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.PostgreSql;

/// <summary>Databases that are copies of one, whose tables are made once.</summary>
internal static class PostgreSqlCopies
{
    private static readonly ConditionalWeakTable<PostgreSqlCluster, Lazy<Task<string>>> Templates = [];
    private static int _copies;

    /// <summary>A connection string to a new database with the tables of the first one.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="migrate">Makes the tables in the database of a connection string.</param>
    public static async Task<string> CopyDatabaseAsync(this PostgreSqlCluster cluster, Func<string, Task> migrate)
    {
        string template = await Templates
            .GetValue(cluster, _ => new Lazy<Task<string>>(() => CreateAsync(cluster, migrate))).Value;
        var database = new NpgsqlConnectionStringBuilder(template);
        string name = $"copy_{Interlocked.Increment(ref _copies)}";
        await using var connection = new NpgsqlConnection(Named(template, "postgres"));
        await connection.OpenAsync();
        await using NpgsqlCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own.
        command.CommandText = $"CREATE DATABASE {name} TEMPLATE {database.Database}";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
        return Named(template, name);
    }

    private static string Named(string connectionString, string database) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Database = database }.ConnectionString;

    private static async Task<string> CreateAsync(PostgreSqlCluster cluster, Func<string, Task> migrate)
    {
        string template = await cluster.CreateDatabaseAsync();
        await migrate(template);
        return template;
    }
}
