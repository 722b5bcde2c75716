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

    private readonly Stack<SqliteConnection> _idle = [];

    /// <summary>When the file was made to which the idle connections lead.</summary>
    private DateTime _made;

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
            return For(idle);
        }

        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return For(connection);
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

    private PageConnection For(SqliteConnection connection) => new(connection, isRead => End(connection, isRead));

    private SqliteConnection? Take()
    {
        lock (_lock)
        {
            // A file that was put in the place of another is read from the next page on.
            if (_idle.TryPeek(out SqliteConnection? newest) && File.GetCreationTimeUtc(newest.DataSource) != _made)
            {
                CloseIdle();
            }

            return _idle.TryPop(out SqliteConnection? connection) ? connection : null;
        }
    }

    private void End(SqliteConnection connection, bool isRead)
    {
        lock (_lock)
        {
            DateTime made = isRead ? File.GetCreationTimeUtc(connection.DataSource) : default;
            if (isRead && !_isDisposed && _idle.Count < MostIdle && (_idle.Count == 0 || made == _made)
                && File.Exists(connection.DataSource))
            {
                _made = made;
                _idle.Push(connection);
                return;
            }
        }

        connection.Dispose();
    }

    private void CloseIdle()
    {
        while (_idle.TryPop(out SqliteConnection? connection))
        {
            connection.Dispose();
        }
    }
}
