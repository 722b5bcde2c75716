using System.Data.Common;

namespace PpcAds.Sdk.AspNetCore.Problems;

/// <summary>
/// Distinguishes a database that cannot be used now from a statement that it refuses. Libraries wrap the provider's exception.
/// </summary>
internal static class StorageOutage
{
    /// <summary>After how long a client is to try again.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    /// <summary>Whether the same request may succeed later.</summary>
    public static bool IsCauseOf(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is PpcAdsStorageException { IsTransient: true } || (cause is DbException failure && IsOutage(failure)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// SQLSTATE of the SQL standard and of PostgreSQL's appendix A: class 08 are connections, 53 resources, 57P the server's
    /// stops. SQLite's result codes 5 and 6, another's turn to write, are in the message only.
    /// </summary>
    private static bool IsOutage(DbException failure) =>
        failure.IsTransient
        || (failure.SqlState is { } state && (state.StartsWith("08", StringComparison.Ordinal)
            || state.StartsWith("53", StringComparison.Ordinal) || state.StartsWith("57P", StringComparison.Ordinal)))
        || (failure.SqlState is null && (failure.Message.StartsWith("SQLite Error 5:", StringComparison.Ordinal)
            || failure.Message.StartsWith("SQLite Error 6:", StringComparison.Ordinal)));
}
