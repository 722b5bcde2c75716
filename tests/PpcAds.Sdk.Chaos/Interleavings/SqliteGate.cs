using System.Data.Common;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>
/// Stops an operation before its next statement on SQLite, which is after the one before. SQLite itself says when a lock is another's:
/// its busy handler waits for the other operation's turn here, where the driver's would sleep.
/// </summary>
internal sealed partial class SqliteGate : DbConnectionInterceptor
{
    private readonly BusyHandler _onBusy;

    public SqliteGate() => _onBusy = OnBusy;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int BusyHandler(IntPtr state, int tries);

    /// <summary>The gate of the operation that runs; <see langword="null"/> lets all pass.</summary>
    public Gate? Gate { get; set; }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Trace(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Trace(connection);
        return Task.CompletedTask;
    }

    private void Trace(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } handle })
        {
            raw.sqlite3_trace(handle, (_, statement) => Pass(handle, statement), null);
        }
    }

    private void Pass(sqlite3 handle, string statement)
    {
        // A PRAGMA of the product puts SQLite's own handler in place of this one.
        _ = SetBusyHandler(handle.DangerousGetHandle(), _onBusy, IntPtr.Zero);
        if (Gate is { } gate && !OfThisConnection().IsMatch(statement))
        {
            // SQLite calls back on the thread that runs the statement, which has to stay here.
            gate.PassAsync(statement).GetAwaiter().GetResult();
        }
    }

    /// <returns>Not 0: try again.</returns>
    private int OnBusy(IntPtr state, int tries)
    {
        if (Gate is { } gate)
        {
            gate.BlockAsync().GetAwaiter().GetResult();
        }

        return 1;
    }

    /// <summary>Settings and temporary tables, which no other operation sees.</summary>
    [GeneratedRegex(@"^\s*(PRAGMA|--|DROP TABLE IF EXISTS ppc_|CREATE TEMPORARY|INSERT INTO temp\.)", RegexOptions.IgnoreCase)]
    private static partial Regex OfThisConnection();

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_busy_handler", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetBusyHandler(IntPtr database, BusyHandler handler, IntPtr state);
}
