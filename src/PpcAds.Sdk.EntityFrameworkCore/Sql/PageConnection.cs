using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>An open connection that reads one page. For the package of a database.</summary>
/// <param name="connection">The connection, open and without a transaction.</param>
/// <param name="end">
/// Called when the page ends, with whether it was read to its end; <see langword="null"/> if something else closes the
/// connection.
/// </param>
[Experimental(Experimentals.StoreMakers)]
public sealed class PageConnection(DbConnection connection, Action<bool>? end = null) : IDisposable
{
    private Action<bool>? _end = end;

    private bool _isRead;

    /// <summary>Gets the connection.</summary>
    public DbConnection Connection { get; } = connection;

    /// <summary>Says that the page was read to its end: the connection has no open statement and may read another.</summary>
    public void Complete() => _isRead = true;

    /// <summary>Ends the page.</summary>
    public void Dispose()
    {
        Action<bool>? end = _end;
        _end = null;
        end?.Invoke(_isRead);
    }
}
