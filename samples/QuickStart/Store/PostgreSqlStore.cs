using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PpcAds.Sdk;

namespace QuickStart.Store;

/// <summary>A PostgreSQL database.</summary>
internal sealed class PostgreSqlStore(NpgsqlConnectionStringBuilder connection) : IStore
{
    public string Name => $"{connection.Database ?? connection.Username} on {connection.Host}";

    public string Argument => "--postgres";

    public string Remedy => "Check that the server runs, and host, database, user and password.";

    public void Check()
    {
        // The server is asked when the tables are made.
    }

    public bool Exists()
    {
        try
        {
            using DbConnection opened = Open();
            using DbCommand command = opened.CreateCommand();
            command.CommandText = "SELECT to_regclass('ppc_accounts') IS NOT NULL";
            return command.ExecuteScalar() is true;
        }
        catch (NpgsqlException exception)
        {
            throw UnusableDatabaseException.Of(this, exception);
        }
    }

    public void Register(IPpcAdsBuilder builder) => builder.UsePostgreSql(connection.ConnectionString);

    public DbConnection Open()
    {
        var opened = new NpgsqlConnection(connection.ConnectionString);
        opened.Open();
        return opened;
    }

    public string Sum(string column) => $"COALESCE(SUM({column}), 0)";

    public string Money(string column) => column;

    public string DaysBefore(string day, int days) => $"{day} - {days}";

    public decimal ReadMoney(DbDataReader reader, int column) => reader.GetDecimal(column);

    public DateOnly ReadDay(DbDataReader reader, int column) => reader.GetFieldValue<DateOnly>(column);

    public DateTimeOffset ReadInstant(DbDataReader reader, int column) => reader.GetFieldValue<DateTimeOffset>(column);
}
