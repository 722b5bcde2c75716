using Npgsql;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.PostgreSql.Loading;

/// <summary>
/// Which session loads for which holder of a job's lease. The session itself says so, by a shared advisory lock whose key is
/// made of the table, the job and the epoch of the lease: the server knows the process behind it, and the lock cannot outlive
/// the transaction, so that no other session is ever taken for it. Nothing waits for that lock.
/// </summary>
internal static class JobSessions
{
    /// <summary>How long a session whose lease ran out must have waited for its process, between two statements.</summary>
    private const int StalledSeconds = 5;

    /// <summary>A holder that died before it ended the session of the one before it left that to the next.</summary>
    private const int EpochsBack = 16;

    /// <summary>The number of keys made of one 64-bit number.</summary>
    private const int OneNumber = 1;

    /// <summary>A session of another user is left alone: ending it may not be allowed, and would then fail as a whole.</summary>
    private const string Ended =
        "a.pid, CASE WHEN a.usename = current_user THEN pg_terminate_backend(a.pid) ELSE false END AS is_ended";

    public static async Task MarkAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        string jobs,
        LoadFence fence,
        CancellationToken cancellationToken)
    {
        NpgsqlCommand command = Command(connection, $"SELECT pg_advisory_xact_lock_shared({Key(jobs, "@job", "@epoch")})");
        await using (command.ConfigureAwait(false))
        {
            command.Transaction = transaction;
            command.Parameters.AddWithValue("job", fence.JobId);
            command.Parameters.AddWithValue("epoch", fence.LeaseEpoch);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public static Task<IReadOnlyList<EndedSession>> EndEarlierAsync(
        NpgsqlConnection connection, string jobs, LoadFence fence, CancellationToken cancellationToken)
    {
        NpgsqlCommand command = Command(
            connection,
            $"""
            SELECT @job, {Ended}
            FROM generate_series(greatest(@epoch - {EpochsBack}, 0), @epoch - 1) AS earlier(epoch)
            JOIN pg_locks l ON {IsLockOf(Key(jobs, "@job", "earlier.epoch"))}
            JOIN pg_stat_activity a ON a.pid = l.pid
            """);
        command.Parameters.AddWithValue("job", fence.JobId);
        command.Parameters.AddWithValue("epoch", fence.LeaseEpoch);
        return RunAsync(command, cancellationToken);
    }

    /// <summary>
    /// A session that commits has the job's row locked, so that its lease cannot be renewed meanwhile: that the lease ran out
    /// says nothing as long as its statements go on.
    /// </summary>
    public static Task<IReadOnlyList<EndedSession>> EndStalledAsync(
        NpgsqlConnection connection, string jobs, CancellationToken cancellationToken) => RunAsync(
        Command(
            connection,
            $"""
            SELECT stalled.job_id, stalled.pid, stalled.is_ended
            FROM {jobs} j
            CROSS JOIN LATERAL (
              SELECT j.job_id, {Ended}
              FROM pg_locks l
              JOIN pg_stat_activity a ON a.pid = l.pid
              WHERE {IsLockOf(Key(jobs, "j.job_id", "j.lease_epoch"))}
                AND a.state = 'idle in transaction'
                AND a.state_change < clock_timestamp() - make_interval(secs => {StalledSeconds})
              OFFSET 0) AS stalled
            WHERE j.state NOT IN ('loaded', 'abandoned')
              AND j.lease_until < clock_timestamp()
            """),
        cancellationToken);

    private static string Key(string jobs, string job, string epoch) =>
        $"hashtextextended(format('ppcads.job.%s.%s.%s', '{jobs}'::regclass::oid, {job}, {epoch}), 0)";

    private static string IsLockOf(string key) =>
        $"""
        l.locktype = 'advisory' AND l.objsubid = {OneNumber} AND l.granted
          AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND (l.classid::bigint << 32 | l.objid::bigint) = {key}
        """;

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql)
    {
        NpgsqlCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Numbers and names of our own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private static async Task<IReadOnlyList<EndedSession>> RunAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var sessions = new List<EndedSession>();
        await using (command.ConfigureAwait(false))
        {
            NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    sessions.Add(new EndedSession(reader.GetInt64(0), reader.GetInt32(1), reader.GetBoolean(2)));
                }
            }
        }

        return sessions;
    }
}
