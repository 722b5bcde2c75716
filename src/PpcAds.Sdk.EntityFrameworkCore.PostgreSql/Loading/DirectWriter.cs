using Npgsql;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.PostgreSql.Loading;

/// <summary>
/// Copies rows straight into the table, whose key says when one comes twice. Then all rows of this load move into a table without
/// a key, where they are summed.
/// </summary>
internal sealed class DirectWriter : IDirectRowWriter
{
    private const string Incoming = "ppc_incoming";
    private const string Savepoint = "ppc_rows";

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly DirectTarget _target;
    private readonly PpcAdsSqlDialect _dialect;
    private readonly string[] _columns;
    private readonly RowCopier _copier;

    public DirectWriter(NpgsqlConnection connection, NpgsqlTransaction transaction, DirectTarget target, PpcAdsSqlDialect dialect)
    {
        _connection = connection;
        _transaction = transaction;
        _target = target;
        _dialect = dialect;
        _columns =
        [
            "scope_id", .. target.Staging.RowColumns, PostgreSqlModelDialect.RowHash,
            "attribution_days", "changed_at",
        ];
        LoadScope scope = target.Scope;
        byte[][] prefix = [BinaryRows.Int32(target.ScopeId)];
        byte[][] suffix = [BinaryRows.Int16((short)scope.AttributionDays), BinaryRows.Instant(target.Now)];
        _copier = new RowCopier(
            new BinaryRows(target.Staging, prefix, suffix), new BinaryRows(target.Staging, prefix, suffix), CopyAsync);
    }

    public bool HasMovedToStaging { get; private set; }

    public bool HasSummed => false;

    public ValueTask AddAsync(PerformanceRow row, CancellationToken cancellationToken) =>
        _copier.AddAsync(row, cancellationToken);

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await _copier.FlushAsync(cancellationToken).ConfigureAwait(false);
        if (HasMovedToStaging)
        {
            await ExecuteAsync(
                $"""
                {_target.Staging.CreateSql(_dialect)};
                INSERT INTO {_target.Staging.Name} ({string.Join(", ", _target.Staging.RowColumns)}, copies)
                {_target.Staging.SumsSql(_dialect, Incoming, "1")};
                DROP TABLE {Incoming}
                """,
                cancellationToken).ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync() => _copier.DisposeAsync();

    private async Task CopyAsync(BinaryRows rows, CancellationToken cancellationToken)
    {
        if (HasMovedToStaging)
        {
            await RowCopier.CopyAsync(_connection, Incoming, _columns, rows, cancellationToken).ConfigureAwait(false);
            return;
        }

        await _transaction.SaveAsync(Savepoint, cancellationToken).ConfigureAwait(false);
        try
        {
            await RowCopier.CopyAsync(_connection, _target.Table, _columns, rows, cancellationToken).ConfigureAwait(false);
            await _transaction.ReleaseAsync(Savepoint, cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            await _transaction.RollbackAsync(Savepoint, cancellationToken).ConfigureAwait(false);
            await MoveAsync(cancellationToken).ConfigureAwait(false);
            await RowCopier.CopyAsync(_connection, Incoming, _columns, rows, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The days held nothing before, so that what they hold now is this load's.</summary>
    private async Task MoveAsync(CancellationToken cancellationToken)
    {
        HasMovedToStaging = true;
        string columns = string.Join(", ", _columns);
        LoadScope scope = _target.Scope;
        await ExecuteAsync(
            $"""
            DROP TABLE IF EXISTS {Incoming};
            CREATE TEMPORARY TABLE {Incoming} AS
            SELECT {columns}
            FROM {_target.Table}
            WITH NO DATA;
            WITH moved AS (
              DELETE FROM {_target.Table}
              WHERE scope_id = {_target.ScopeId}
                AND date BETWEEN {_dialect.DateLiteral(scope.StartDate)} AND {_dialect.DateLiteral(scope.EndDate)}
              RETURNING {columns})
            INSERT INTO {Incoming} ({columns})
            SELECT {columns}
            FROM moved
            """,
            cancellationToken).ConfigureAwait(false);
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // Made of our own names and numbers.
        var command = new NpgsqlCommand(sql, _connection, _transaction);
#pragma warning restore CA2100
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
