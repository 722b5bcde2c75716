using System.Data.Common;
using Microsoft.Data.Sqlite;
using PpcAds.Sdk.Storage;

namespace PpcAds.Sdk.EntityFrameworkCore.Sqlite;

/// <summary>
/// What SQLite's errors mean. Microsoft.Data.Sqlite sets neither SQLSTATE nor <see cref="DbException.IsTransient"/>.
/// </summary>
internal sealed class SqliteFaults : StorageFaults
{
    // SQLite, result codes: SQLITE_BUSY and SQLITE_LOCKED are another's turn to write.
    private const int Busy = 5;
    private const int Locked = 6;

    public override bool IsTransient(DbException exception) => IsBusy(exception) || base.IsTransient(exception);

    public override string Describe(DbException exception) =>
        IsBusy(exception) ? "Another process writes to the database" : base.Describe(exception);

    private static bool IsBusy(DbException exception) => exception is SqliteException { SqliteErrorCode: Busy or Locked };
}
