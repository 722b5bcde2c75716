using System.Data.Common;
using Npgsql;
using PpcAds.Sdk.Storage;

namespace PpcAds.Sdk.EntityFrameworkCore.PostgreSql;

/// <summary>What PostgreSQL's errors mean: appendix A of its manual. Which of them pass, Npgsql knows for most.</summary>
internal sealed class PostgreSqlFaults : StorageFaults
{
    private const string InsufficientResources = "53";
    private const string ServerStops = "57P";

    public override bool IsTransient(DbException exception) =>
        base.IsTransient(exception) || IsOfClass(exception, InsufficientResources) || IsOfClass(exception, ServerStops);

    public override string Describe(DbException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.SqlState switch
        {
            PostgresErrorCodes.DiskFull => "The database has no space left",
            PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown => "The database ended the connection",
            PostgresErrorCodes.CannotConnectNow => "The database is starting up or shutting down",
            PostgresErrorCodes.LockNotAvailable => "Another session holds a lock in the database",
            PostgresErrorCodes.InsufficientPrivilege => "The database's user lacks a right",
            _ => base.Describe(exception),
        };
    }
}
