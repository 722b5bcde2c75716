using System.Data;
using System.Data.Common;

namespace PpcAds.Sdk.EntityFrameworkCore.Sql;

/// <summary>
/// The server ended the connection and the driver noticed while it rolled back, which it does in silence. The statement after
/// that would fail as a mistake of the caller ("Connection is not open") and not as what it is: worth another try.
/// </summary>
internal sealed class LostConnectionException() : DbException(
    "The server ended the connection while a transaction was rolled back.")
{
    public override bool IsTransient => true;

    /// <summary>SQL standard, class 08: "connection does not exist".</summary>
    public override string SqlState => "08003";

    /// <exception cref="LostConnectionException">The connection was open, and is not any more.</exception>
    public static void ThrowIfLost(DbConnection connection)
    {
        if (connection.State is ConnectionState.Closed or ConnectionState.Broken)
        {
            throw new LostConnectionException();
        }
    }
}
