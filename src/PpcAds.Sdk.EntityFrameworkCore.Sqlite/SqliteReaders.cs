using Microsoft.Data.Sqlite;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

namespace PpcAds.Sdk.EntityFrameworkCore.Sqlite;

/// <summary>
/// Connections to a file that read pages one after another. SQLite reads the whole schema, with the text of all views, whenever a
/// file is opened: that takes longer than a page. The pool of Microsoft.Data.Sqlite can give one connection to two owners, so
/// connections are kept here, and only those whose page was read to its end.
/// </summary>
/// <param name="connectionString">The file, without a pool.</param>
internal sealed class SqliteReaders(string connectionString) : IDisposable
{
    /// <summary>The most connections that are kept open; more pages at the same time open their own.</summary>
    public const int MostIdle = 4;

    private readonly Lock _lock = new();

    /// <summary>Each with when its file was made.</summary>
    private readonly Stack<(SqliteConnection Connection, DateTime Made)> _idle = [];

    private bool _isDisposed;

    /// <summary>Gets the number of connections that wait for a page.</summary>
    public int Idle
    {
        get
        {
            lock (_lock)
            {
                return _idle.Count;
            }
        }
    }

    public async Task<PageConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (Take() is { } idle)
        {
            return For(idle.Connection, idle.Made);
        }

        var connection = new SqliteConnection(connectionString);

        // Asked before the file is opened: if another takes its place in between, the connection is closed after its page.
        DateTime? made = MadeAt(connection.DataSource);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return For(connection, made);
    }

    /// <summary>Closes the idle connections; pages that are being read close theirs when they end.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            CloseIdle();
        }
    }

    /// <summary>When a file was made; none for what is no file, such as a database in memory, which is not kept open.</summary>
    private static DateTime? MadeAt(string path) => File.Exists(path) ? File.GetCreationTimeUtc(path) : null;

    private PageConnection For(SqliteConnection connection, DateTime? made) =>
        new(connection, isRead => End(connection, isRead ? made : null));

    private (SqliteConnection Connection, DateTime Made)? Take()
    {
        lock (_lock)
        {
            // A file that was put in the place of another is read from the next page on.
            if (_idle.TryPeek(out (SqliteConnection Connection, DateTime Made) newest)
                && MadeAt(newest.Connection.DataSource) != newest.Made)
            {
                CloseIdle();
            }

            return _idle.TryPop(out (SqliteConnection, DateTime) idle) ? idle : null;
        }
    }

    private void End(SqliteConnection connection, DateTime? made)
    {
        lock (_lock)
        {
            if (made is { } known && !_isDisposed && _idle.Count < MostIdle)
            {
                _idle.Push((connection, known));
                return;
            }
        }

        connection.Dispose();
    }

    private void CloseIdle()
    {
        while (_idle.TryPop(out (SqliteConnection Connection, DateTime Made) idle))
        {
            idle.Connection.Dispose();
        }
    }
}
