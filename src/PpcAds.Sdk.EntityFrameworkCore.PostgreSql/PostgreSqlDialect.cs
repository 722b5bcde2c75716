using System.Data;
using System.Data.Common;
using System.Globalization;
using Npgsql;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.PostgreSql.Loading;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Storage;

namespace PpcAds.Sdk.EntityFrameworkCore.PostgreSql;

/// <summary>PostgreSQL: many writers, who wait for one another by row.</summary>
internal sealed class PostgreSqlDialect : PpcAdsSqlDialect
{
    public const string Provider = "Npgsql.EntityFrameworkCore.PostgreSQL";

    private const decimal Micros = 1_000_000m;

    /// <summary>In milliseconds.</summary>
    private const int LongestIdle = 60_000;

    /// <summary>In milliseconds: a load that does not get a lock by then is deferred, so that another one can run.</summary>
    private const int LongestLockWait = 3_000;

    public override string ProviderName => Provider;

    public override string SkipLocked => "\nFOR UPDATE SKIP LOCKED";

    public override string KeyShareLock => "\nFOR KEY SHARE";

    public override string RowLock => "\nFOR UPDATE";

    public override PpcAdsModelDialect Model { get; } = new PostgreSqlModelDialect();

    public override object DetailValue(ReadOnlySpan<byte> detail) => new Guid(detail, bigEndian: true);

    public override byte[] ReadDetail(DbDataReader reader, int ordinal)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.GetGuid(ordinal).ToByteArray(bigEndian: true);
    }

    public override object MoneyValue(long micros) => micros / Micros;

    public override long ReadMicros(DbDataReader reader, int ordinal)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return (long)(reader.GetDecimal(ordinal) * Micros);
    }

    public override object DateValue(DateOnly value) => value;

    public override DateOnly ReadDate(DbDataReader reader, int ordinal)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.GetFieldValue<DateOnly>(ordinal);
    }

    public override object InstantValue(DateTimeOffset value) => value.UtcDateTime;

    public override DateTimeOffset ReadInstant(DbDataReader reader, int ordinal)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new DateTimeOffset(reader.GetFieldValue<DateTime>(ordinal), TimeSpan.Zero);
    }

    public override string NowPlus(string secondsParameter) => $"clock_timestamp() + make_interval(secs => {secondsParameter})";

    public override Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken) => Task.CompletedTask;

    public override async ValueTask<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
    }

    public override async ValueTask<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken).ConfigureAwait(false);
    }

    public override string TemporaryType(string kind) => kind switch
    {
        "money" => "numeric",
        "text" => "text COLLATE \"C\"",
        "detail" => "uuid",
        "json" => "jsonb",
        _ => kind,
    };

    public override string PageSql(string parameter, IReadOnlyList<(string Name, EntityColumnKind Kind)> columns) =>
        $"""
        jsonb_to_recordset(convert_from({parameter}, 'UTF8')::jsonb)
          AS p({string.Join(", ", columns.Select(column => $"{column.Name} {TypeOf(column.Kind)}"))})
        """;

    public override string PageRow => "p";

    /// <summary>
    /// An <c>ON CONFLICT DO UPDATE</c> would lock, and so write, every row of the page. In a plain join the planner takes
    /// account and profile for constants; as long as it has no statistics of them, in a new table or of a new account, it
    /// believes that hardly a row has them, and reads all that the profile has to find out. So they are columns of the page,
    /// and a limit that it does not know keeps them there, and makes it expect few rows: each is looked up by the whole key.
    /// </summary>
    public override string UpdateFromPageSql(PageUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return $"""
            UPDATE {update.Table} AS e
            SET {update.Set}
            FROM (
              SELECT {string.Join(", ", update.Key.Select((key, i) => $"{key.Value} AS key_{i}"))}, p.*
              FROM {update.Page}
              LIMIT (SELECT {int.MaxValue})) AS p
            WHERE {string.Join(" AND ", update.Key.Select((key, i) => $"e.{key.Column} = p.key_{i}"))}
              AND {update.Condition}
            """;
    }

    public override string DateLiteral(DateOnly value) =>
        string.Create(CultureInfo.InvariantCulture, $"DATE '{value:yyyy-MM-dd}'");

    public override bool SupportsHashFullJoin => true;

    public override string RowHash => PostgreSqlModelDialect.RowHash;

    /// <summary>Without statistics a join to it may be planned as a loop over loops.</summary>
    public override string AnalyzeSql(string table, params IReadOnlyList<string> columns) =>
        $"ANALYZE {table} ({string.Join(", ", columns)})";

    public override string RowLocator => "ctid";

    /// <summary>
    /// Left to itself it reads and hashes all rows of the table's days rather than go to one in twenty of them.
    /// </summary>
    public override string WithNestedLoopPlan(string sql) =>
        $"""
        SET LOCAL enable_hashjoin = off;
        SET LOCAL enable_mergejoin = off;
        {sql};
        SET LOCAL enable_hashjoin = on;
        SET LOCAL enable_mergejoin = on
        """;

    /// <summary>
    /// After a first load nothing is known of the table, and a sort of all its rows looks as cheap as hashing them.
    /// </summary>
    public override string WithHashAggregatePlan(string sql) =>
        $"""
        SET LOCAL enable_sort = off;
        {sql};
        SET LOCAL enable_sort = on
        """;

    /// <summary>
    /// The driver's 30 seconds are meant for an application's queries; a report of millions of rows takes minutes.
    /// </summary>
    public override int? LoadTimeout => 1800;

    public override async Task<bool> LockAsync(
        DbConnection connection, DbTransaction transaction, LoadScope scope, bool wait, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(scope);
        DbCommand command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.Transaction = transaction;
            string key = $"hashtextextended('ppcads.load.{scope.AccountId}.{scope.ProfileId}.{scope.Dataset.Id}', 0)";

            // For what the transaction does: a join of a month's rows wants more memory than the default, or goes through files.
            // A session whose process is frozen or cut off between two statements lets go of its locks after a minute; one that
            // waits for a lock does not do so for ever.
            string settings = string.Create(
                CultureInfo.InvariantCulture,
                $"""
                SET LOCAL work_mem = '64MB';
                SET LOCAL idle_in_transaction_session_timeout = {LongestIdle};
                SET LOCAL lock_timeout = {LongestLockWait};
                """);
            string take = wait ? $"pg_advisory_xact_lock({key}) IS NOT NULL" : $"pg_try_advisory_xact_lock({key})";
#pragma warning disable CA2100 // Numbers and names of our own.
            command.CommandText =
                $"""
                {settings}
                SELECT {take}
                """;
#pragma warning restore CA2100
            command.CommandTimeout = LoadTimeout!.Value;
            return (bool)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
        }
    }

    public override Task MarkLoadAsync(
        DbConnection connection, DbTransaction transaction, string jobs, LoadFence fence, CancellationToken cancellationToken) =>
        JobSessions.MarkAsync((NpgsqlConnection)connection, (NpgsqlTransaction)transaction, jobs, fence, cancellationToken);

    public override Task<IReadOnlyList<EndedSession>> EndEarlierLoadsAsync(
        DbConnection connection, string jobs, LoadFence fence, CancellationToken cancellationToken) =>
        JobSessions.EndEarlierAsync((NpgsqlConnection)connection, jobs, fence, cancellationToken);

    public override Task<IReadOnlyList<EndedSession>> EndStalledLoadsAsync(
        DbConnection connection, string jobs, CancellationToken cancellationToken) =>
        JobSessions.EndStalledAsync((NpgsqlConnection)connection, jobs, cancellationToken);

    public override async Task LockEntitiesAsync(
        DbConnection connection,
        DbTransaction transaction,
        AccountId accountId,
        ProfileId? profileId,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        DbCommand command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.Transaction = transaction;
#pragma warning disable CA2100 // Numbers of our own.
            command.CommandText =
                $"""
                SET LOCAL idle_in_transaction_session_timeout = {LongestIdle};
                SELECT pg_advisory_xact_lock(hashtextextended('ppcads.entities.{accountId}.{profileId}', 0))
                """;
#pragma warning restore CA2100
            command.CommandTimeout = LoadTimeout!.Value;
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public override IRowWriter OpenStaging(DbConnection connection, DbTransaction? transaction, StagingTable table) =>
        new StagingWriter((NpgsqlConnection)connection, table);

    public override IDirectRowWriter OpenDirect(DbConnection connection, DbTransaction transaction, DirectTarget target) =>
        new DirectWriter((NpgsqlConnection)connection, (NpgsqlTransaction)transaction, target, this);

    private static string TypeOf(EntityColumnKind kind) => kind switch
    {
        EntityColumnKind.Number => "bigint",
        EntityColumnKind.Money => "numeric",
        EntityColumnKind.Date => "date",
        EntityColumnKind.Flag => "boolean",
        _ => "text",
    };

    /// <summary>EF Core locks its history table within a transaction there, so that the lock ends with the process.</summary>
    public override Task<bool> IsMigrationLockedAsync(DbConnection connection, CancellationToken cancellationToken) =>
        Task.FromResult(false);

    public override async Task LimitLockWaitAsync(DbConnection connection, TimeSpan? wait, CancellationToken cancellationToken)
    {
        var npgsql = (NpgsqlConnection)connection;

        // A command that times out on the client says nothing about the lock.
        int? limit = wait is { } longest
            ? (int)Math.Max(
                1,
                Math.Min(longest.TotalMilliseconds, npgsql.CommandTimeout > 0 ? npgsql.CommandTimeout * 900.0 : double.MaxValue))
            : null;
        NpgsqlCommand command = npgsql.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
#pragma warning disable CA2100 // A number of our own.
            command.CommandText = limit is { } milliseconds ? $"SET lock_timeout = {milliseconds}" : "RESET lock_timeout";
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public override StorageFaults Faults { get; } = new PostgreSqlFaults();

    /// <summary>No answer of the server's, or one that refuses the connection (SQLSTATE 08, 28, 3D, 53, 57).</summary>
    public override bool IsConnectionFailure(DbException exception) =>
        exception?.SqlState is not { Length: 5 } state || state[..2] is "08" or "28" or "3D" or "53" or "57";

    public override bool IsLockTimeout(DbException exception) => exception is { SqlState: PostgresErrorCodes.LockNotAvailable };

    public override bool IsMissingTable(DbException exception) =>
        exception is { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName };

    public override async Task<string> DescribeMigrationLockAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        NpgsqlCommand command = ((NpgsqlConnection)connection).CreateCommand();
        var sessions = new List<string>();
        await using (command.ConfigureAwait(false))
        {
            // Whose locks on the tables stand in the way, the longest held first.
            command.CommandText =
                """
                SELECT
                  a.pid,
                  coalesce(a.usename, '?'),
                  coalesce(nullif(a.application_name, ''), 'no name given'),
                  coalesce(a.state, '?'),
                  to_char(a.xact_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS'),
                  string_agg(DISTINCT c.relname, ', ')
                FROM pg_locks l
                JOIN pg_stat_activity a ON a.pid = l.pid
                JOIN pg_class c ON c.oid = l.relation
                WHERE l.granted
                  AND l.locktype = 'relation'
                  AND l.pid <> pg_backend_pid()
                  AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                  AND (c.relname LIKE 'ppc\_%' OR c.relname LIKE 'performance\_%' OR c.relname LIKE '\_\_EFMigrations%')
                  AND c.relkind IN ('r', 'v')
                GROUP BY a.pid, a.usename, a.application_name, a.state, a.xact_start
                ORDER BY a.xact_start
                LIMIT 3
                """;
            NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    sessions.Add(
                        $"session {reader.GetInt32(0)} (user {reader.GetString(1)}, application {reader.GetString(2)}, "
                        + $"{reader.GetString(3)}, in a transaction since "
                        + $"{(reader.IsDBNull(4) ? "?" : reader.GetString(4))} UTC) locks {reader.GetString(5)}");
                }
            }
        }

        return sessions.Count == 0
            ? "Whoever held it is gone now: start again."
            : $"There {string.Join("; ", sessions)}. Let it end, or end it with SELECT pg_terminate_backend(<its number>), and "
                + "start again.";
    }
}
