using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk;

namespace QuickStart.Store;

/// <summary>A SQLite file. Money is whole millionths there, days are text, instants are microseconds.</summary>
internal sealed class SqliteStore(string file, bool takesForeignFile) : IStore
{
    private const decimal Micros = 1_000_000m;

    /// <summary>SQLite: the file is no database.</summary>
    private const int NotADatabase = 26;

    public string Name => file;

    public string Argument => "--database";

    public string Remedy =>
        "Name a file of this machine that may be written, in a folder that may be written; or delete it to start again.";

    public void Check()
    {
        string path = Path.GetFullPath(file);
        if (Directory.Exists(path))
        {
            throw new UnusableDatabaseException(
                this, $"it is a folder. Name a file in it, such as '{Path.Combine(file, "ppcads.db")}'.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            throw new UnusableDatabaseException(this, "its folder does not exist. Create the folder first.");
        }

        if (!takesForeignFile && FindForeignTable() is { } table)
        {
            throw new UnusableDatabaseException(
                this,
                $"it is the database of another program: it has the table '{table}'. Name another file, or pass --force to add "
                + "the tables there.");
        }
    }

    public bool Exists() => File.Exists(file);

    public void Register(IPpcAdsBuilder builder) =>
        builder.UseSqlite(new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString);

    public DbConnection Open()
    {
        // Not pooled: the last connection that closes must be one that may write, to move everything into the one file.
        var text = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        var connection = new SqliteConnection(text.ConnectionString);
        connection.Open();
        return connection;
    }

    public string Sum(string column) => $"COALESCE(SUM({column}_micros), 0)";

    public string Money(string column) => $"{column}_micros";

    public string DaysBefore(string day, int days) => $"date({day}, '-{days} days')";

    public decimal ReadMoney(DbDataReader reader, int column) => reader.GetInt64(column) / Micros;

    public DateOnly ReadDay(DbDataReader reader, int column) =>
        DateOnly.ParseExact(reader.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public DateTimeOffset ReadInstant(DbDataReader reader, int column) =>
        DateTimeOffset.UnixEpoch.AddTicks(reader.GetInt64(column) * TimeSpan.TicksPerMicrosecond);

    /// <summary>A table of a file that has tables and none of ours.</summary>
    private string? FindForeignTable()
    {
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            using DbConnection connection = Open();
            using DbCommand command = connection.CreateCommand();
            command.CommandText = """
                SELECT MIN(name)
                FROM sqlite_master
                WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND NOT EXISTS (
                    SELECT 1
                    FROM sqlite_master
                    WHERE name = 'ppc_migrations_history')
                """;
            return command.ExecuteScalar() as string;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == NotADatabase)
        {
            throw new UnusableDatabaseException(this, "it is something else than a SQLite database; name another file.",
                exception);
        }
    }
}
