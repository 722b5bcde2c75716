using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sqlite.Loading;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Storage;

namespace PpcAds.Sdk.EntityFrameworkCore.Sqlite;

/// <summary>SQLite: one writer at a time, who waits up to 30 seconds for the turn.</summary>
/// <param name="readers">Connections that read pages, if the file is the SDK's alone.</param>
internal sealed class SqliteDialect(SqliteReaders? readers = null) : PpcAdsSqlDialect, IDisposable
{
    private const int NoSuchTable = 1;
    private const int Busy = 5;
    private const int StaleLockSeconds = 10;

    public override string ProviderName => "Microsoft.EntityFrameworkCore.Sqlite";

    public override string SkipLocked => "";

    public override PpcAdsModelDialect Model { get; } = new SqliteModelDialect();

    public override object DetailValue(ReadOnlySpan<byte> detail) => detail.ToArray();

    public override byte[] ReadDetail(DbDataReader reader, int ordinal)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.GetFieldValue<byte[]>(ordinal);
    }

    public override object MoneyValue(long micros) => micros;

    public override long ReadMicros(DbDataReader reader, int ordinal)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.GetInt64(ordinal);
    }

    public override object DateValue(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override DateOnly ReadDate(DbDataReader reader, int ordinal)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return DateOnly.ParseExact(reader.GetString(ordinal), "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public override object InstantValue(DateTimeOffset value) => SqliteInstant.ToMicroseconds(value);

    public override DateTimeOffset ReadInstant(DbDataReader reader, int ordinal)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return SqliteInstant.FromMicroseconds(reader.GetInt64(ordinal));
    }

    public override string NowPlus(string secondsParameter) =>
        $"CAST((unixepoch('subsec') + {secondsParameter}) * 1000000 AS INTEGER)";

    public override Task<PageConnection> OpenForPageAsync(DbContext context, CancellationToken cancellationToken) =>
        readers?.OpenAsync(cancellationToken) ?? base.OpenForPageAsync(context, cancellationToken);

    public void Dispose() => readers?.Dispose();

    public override async Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        DbCommand command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            // Readers go on while one writes; a commit survives the process, and after a power cut the file is whole. The log
            // moves into the file at 16 MB: entities whose ids come in no order change pages all over an index, most of them
            // again at the next commit. Temporary tables grow with a report: in a file, not in memory.
            command.CommandText =
                """
                PRAGMA busy_timeout = 30000;
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = NORMAL;
                PRAGMA wal_autocheckpoint = 4000;
                PRAGMA temp_store = FILE;
                """;
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public override ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken) =>
        ValueTask.FromResult<DbTransaction>(
            ((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: false));

    /// <summary>Deferred: a writer's log is read up to where it was at the first query.</summary>
    public override ValueTask<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken) =>
        ValueTask.FromResult<DbTransaction>(
            ((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: true));

    public override string TemporaryType(string kind) => kind switch
    {
        "integer" or "bigint" or "money" => "INTEGER",
        "detail" => "BLOB",
        _ => "TEXT",
    };

    public override string PageSql(string parameter, IReadOnlyList<(string Name, EntityColumnKind Kind)> columns) =>
        $"""
        (
          SELECT {string.Join(", ", columns.Select(column => $"json_extract(j.value, '$.{column.Name}') AS {column.Name}"))}
          FROM json_each(CAST({parameter} AS TEXT)) AS j) AS p
        """;

    public override string PageRow => "excluded";

    /// <summary>
    /// An upsert looks each row up by the key. <c>UPDATE ... FROM</c> is a join, for which SQLite may go over the stored table
    /// and read the page again for each of its rows. Nothing is inserted here: a transaction that writes is alone, and has
    /// inserted what is new.
    /// </summary>
    public override string UpdateFromPageSql(PageUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return $"""
            {update.Insert}
            ON CONFLICT ({string.Join(", ", update.Key.Select(key => key.Column))}) DO UPDATE
            SET {update.Set}
            WHERE {update.Condition}
            """;
    }

    public override string DateLiteral(DateOnly value) => string.Create(CultureInfo.InvariantCulture, $"'{value:yyyy-MM-dd}'");

    public override bool SupportsHashFullJoin => false;

    /// <summary>
    /// Fewer than 100,000 rows, which have 250 bytes and more: others cannot write while they are read. More are read into a
    /// temporary table first, which costs a copy.
    /// </summary>
    public override long? MostDirectBytes => 25_000_000;

    /// <summary>A transaction that writes is alone in the file.</summary>
    public override Task<bool> LockAsync(
        DbConnection connection,
        DbTransaction transaction,
        LoadScope scope,
        bool wait,
        CancellationToken cancellationToken) => Task.FromResult(true);

    public override Task LockEntitiesAsync(
        DbConnection connection,
        DbTransaction transaction,
        AccountId accountId,
        ProfileId? profileId,
        CancellationToken cancellationToken) => Task.CompletedTask;

    public override IRowWriter OpenStaging(DbConnection connection, DbTransaction? transaction, StagingTable table) =>
        new StagingWriter((SqliteConnection)connection, transaction, table);

    public override IDirectRowWriter OpenDirect(DbConnection connection, DbTransaction transaction, DirectTarget target) =>
        new DirectWriter((SqliteConnection)connection, target);

    public override async Task<bool> IsMigrationLockedAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        DbCommand command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            // A migration of these tables takes well under a second.
            command.CommandText =
                $"""
                DELETE FROM "__EFMigrationsLock"
                WHERE (julianday('now') - julianday("Timestamp")) * 86400 > {StaleLockSeconds};
                SELECT COUNT(*)
                FROM "__EFMigrationsLock"
                """;
            try
            {
                return Convert.ToInt64(
                    await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture) > 0;
            }
            catch (SqliteException exception) when (exception.SqliteErrorCode == NoSuchTable)
            {
                return false;
            }
        }
    }

    /// <summary>The wait for the one writer's turn is the driver's command timeout.</summary>
    public override Task LimitLockWaitAsync(DbConnection connection, TimeSpan? wait, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public override StorageFaults Faults { get; } = new SqliteFaults();

    /// <summary>The file is all there is to connect to.</summary>
    public override bool IsConnectionFailure(DbException exception) => true;

    public override bool IsLockTimeout(DbException exception) => exception is SqliteException { SqliteErrorCode: Busy };

    public override bool IsMissingTable(DbException exception) => exception is SqliteException { SqliteErrorCode: NoSuchTable };

    public override Task<string> DescribeMigrationLockAsync(
        DbConnection connection, CancellationToken cancellationToken) => Task.FromResult(
        "Another process migrates it, or writes to it without end. If there is none, delete the row of the table "
        + "__EFMigrationsLock, which a killed process left behind.");
}
