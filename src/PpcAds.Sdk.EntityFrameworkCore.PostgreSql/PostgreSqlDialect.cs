using System.Data;
using System.Data.Common;
using Npgsql;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

namespace PpcAds.Sdk.EntityFrameworkCore.PostgreSql;

/// <summary>PostgreSQL: many writers, who wait for one another by row.</summary>
internal sealed class PostgreSqlDialect : PpcAdsSqlDialect
{
    public const string Provider = "Npgsql.EntityFrameworkCore.PostgreSQL";

    private const decimal Micros = 1_000_000m;

    public override string ProviderName => Provider;

    public override string SkipLocked => " FOR UPDATE SKIP LOCKED";

    public override string MoneyColumn(string name) => name;

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

    public override string TemporaryType(string kind) => kind switch
    {
        "money" => "numeric",
        "text" => "text COLLATE \"C\"",
        _ => kind,
    };

    public override IStagingWriter OpenWriter(DbConnection connection, StagingTable table) =>
        new PostgreSqlStagingWriter((NpgsqlConnection)connection, table);

    /// <summary>EF Core locks its history table within a transaction there, so that the lock ends with the process.</summary>
    public override Task<bool> IsMigrationLockedAsync(DbConnection connection, CancellationToken cancellationToken) => Task.FromResult(false);
}
